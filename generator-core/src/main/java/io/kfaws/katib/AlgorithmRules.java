package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.katib.Algorithm.Setting;
import io.kfaws.katib.AlgorithmFacts.UnknownSettings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The algorithms are ones that Katib has a service for, and each gets the settings that it needs
 * and knows, with values that it takes.
 *
 * @param facts the algorithms and their settings
 * @param own the algorithms of the user's own, of which nothing is known but the name
 */
record AlgorithmRules(KatibFacts facts, OwnAlgorithms own) implements ExperimentRule {
  private static final String UNKNOWN = "unknown-algorithm";

  @Override
  public void validate(Experiment experiment, ExperimentFindings findings) {
    ExperimentSpec spec = experiment.spec();
    validate("algorithm", spec.algorithm(), facts.algorithms().search(), findings);
    spec.earlyStopping()
        .ifPresent(
            stopping ->
                validate("earlyStopping", stopping, facts.algorithms().earlyStopping(), findings));
  }

  private void validate(
      String key,
      Algorithm algorithm,
      Map<String, AlgorithmFacts> known,
      ExperimentFindings findings) {
    JsonPointer at = SPEC.appendProperty(key);
    String name = algorithm.algorithmName();
    Optional<AlgorithmFacts> facts = Optional.ofNullable(known.get(name));
    if (facts.isEmpty()) {
      if (!own.names().contains(name)) {
        unknown(name, at.appendProperty("algorithmName"), known.keySet(), findings);
      }
    } else {
      settings(algorithm, facts.get(), at.appendProperty("algorithmSettings"), findings);
    }
  }

  private void unknown(
      String name, JsonPointer at, Set<String> known, ExperimentFindings findings) {
    String message = "Katib " + facts.katib() + " has no service for \"" + name + "\"";
    Set<String> candidates = new TreeSet<>(known);
    candidates.addAll(own.names());
    String meant = ExperimentFindings.meant(name, candidates, "known");
    if (own.areAll()) {
      findings.error(
          UNKNOWN, at, message, "list a service of your own in kubeflow.katibAlgorithms; " + meant);
    } else {
      findings.warning(
          UNKNOWN,
          at,
          message + ", so its webhook refuses the experiment unless katib-config names one",
          "name a service of your own with --algorithm; " + meant);
    }
  }

  private static void settings(
      Algorithm algorithm, AlgorithmFacts facts, JsonPointer at, ExperimentFindings findings) {
    TreeSet<String> missing = facts.required();
    for (int i = 0; i < algorithm.algorithmSettings().size(); i++) {
      Setting setting = algorithm.algorithmSettings().get(i);
      missing.remove(setting.name());
      setting(algorithm.algorithmName(), setting, facts, at.appendIndex(i), findings);
    }
    for (String name : missing) {
      String form =
          Optional.ofNullable(facts.settings().get(name)).map(SettingForm::words).orElse("text");
      findings.warning(
          "missing-setting",
          at,
          algorithm.algorithmName() + " does not start without the setting " + name,
          "add {name: " + name + ", value: …}; its value is " + form);
    }
  }

  private static void setting(
      String algorithm,
      Setting setting,
      AlgorithmFacts facts,
      JsonPointer at,
      ExperimentFindings findings) {
    Optional<SettingForm> form = Optional.ofNullable(facts.settings().get(setting.name()));
    if (form.isEmpty()) {
      boolean isRefused = facts.unknownSettings() == UnknownSettings.REFUSED;
      findings.warning(
          "unknown-setting",
          at.appendProperty("name"),
          algorithm
              + (isRefused ? " refuses" : " ignores")
              + " the setting "
              + setting.name()
              + ", which it does not know",
          facts.settings().isEmpty()
              ? "remove it: " + algorithm + " has no settings"
              : ExperimentFindings.meant(
                  setting.name(), facts.settings().keySet(), "its settings"));
    } else if (!form.get().fits(setting.value())) {
      findings.warning(
          "setting-value",
          at.appendProperty("value"),
          algorithm + " does not take \"" + setting.value() + "\" for " + setting.name(),
          "write " + form.get().words() + ", in quotes");
    }
  }
}
