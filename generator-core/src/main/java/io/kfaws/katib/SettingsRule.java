package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.katib.Algorithm.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Each algorithm gets the settings that it needs and knows, with values that it takes. */
final class SettingsRule implements ExperimentRule {
  @Override
  public void validate(Experiment experiment, Findings findings) {
    ExperimentSpec spec = experiment.spec();
    validate("algorithm", spec.algorithm(), AlgorithmFacts.SEARCH, findings);
    spec.earlyStopping()
        .ifPresent(
            stopping ->
                validate("earlyStopping", stopping, AlgorithmFacts.EARLY_STOPPING, findings));
  }

  private static void validate(
      String key, Algorithm algorithm, Map<String, AlgorithmFacts> all, Findings findings) {
    String name = algorithm.algorithmName();
    JsonPointer at = SPEC.appendProperty(key).appendProperty("algorithmSettings");
    Optional.ofNullable(all.get(name))
        .ifPresent(facts -> validate(name, algorithm.algorithmSettings(), facts, at, findings));
  }

  private static void validate(
      String algorithm,
      List<Setting> given,
      AlgorithmFacts facts,
      JsonPointer at,
      Findings findings) {
    TreeSet<String> missing = new TreeSet<>(facts.required());
    for (int i = 0; i < given.size(); i++) {
      Setting setting = given.get(i);
      missing.remove(setting.name());
      Optional<SettingForm> form = Optional.ofNullable(facts.settings().get(setting.name()));
      if (form.isEmpty()) {
        findings.warning(
            "unknown-setting",
            at.appendIndex(i).appendProperty("name"),
            algorithm
                + (facts.closed() ? " refuses" : " ignores")
                + " the setting "
                + setting.name()
                + ", which it does not know",
            facts.settings().isEmpty()
                ? "remove it: " + algorithm + " has no settings"
                : Words.meant(
                    Optional.of(setting.name()), facts.settings().keySet(), "its settings"));
      } else if (!form.get().fits().test(setting.value())) {
        findings.warning(
            "setting-value",
            at.appendIndex(i).appendProperty("value"),
            algorithm + " does not take \"" + setting.value() + "\" for " + setting.name(),
            "write " + form.get().words() + ", in quotes");
      }
    }
    missing.forEach(
        name ->
            findings.warning(
                "missing-setting",
                at,
                algorithm + " does not start without the setting " + name,
                "add {name: " + name + ", value: …}; its value is " + facts.form(name)));
  }
}
