package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.katib.TrialTemplate.TrialParameter;
import io.kfaws.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** What the template asks for is declared, and what is declared stands in it. */
final class SubstitutionRule implements ExperimentRule {
  @Override
  public void validate(Experiment experiment, Findings findings) {
    TrialTemplate template = experiment.spec().trialTemplate();
    Optional<ObjectNode> trial = template.trialSpec();
    if (trial.isEmpty()) {
      return; // the template is in the cluster
    }
    SortedMap<String, JsonPointer> wanted = Placeholders.in(trial.get());
    List<TrialParameter> declared = template.trialParameters();
    List<String> names = declared.stream().map(TrialParameter::name).toList();
    for (int i = 0; i < declared.size(); i++) {
      String name = names.get(i);
      if (!wanted.containsKey(name)) {
        findings.error(
            "unused-trial-parameter",
            TrialParametersRule.TRIAL_PARAMETERS.appendIndex(i).appendProperty("name"),
            Placeholders.of(name) + " does not stand in trialSpec",
            trial.get().toString().contains("$(trialParameters.")
                ? "trialSpec has $(trialParameters.…) with parentheses; write braces"
                : "put it where the value belongs, or remove the trial parameter");
      }
    }
    for (Map.Entry<String, JsonPointer> place : wanted.entrySet()) {
      if (!names.contains(place.getKey())) {
        findings.error(
            "undeclared-trial-parameter",
            TRIAL.append(place.getValue()),
            Placeholders.of(place.getKey()) + " is not among the trialParameters",
            hint(place.getKey(), experiment.spec().parameters(), names));
      }
    }
  }

  private static String hint(String name, List<Parameter> parameters, List<String> declared) {
    Set<String> candidates = new TreeSet<>(declared);
    parameters.forEach(parameter -> candidates.add(parameter.name()));
    return Nearest.to(name, candidates)
        .filter(near -> !near.equals(name))
        .map(near -> "did you mean " + Placeholders.of(near) + "?")
        .orElse("declare it: {name: " + name + ", reference: …}, with the name of a parameter");
  }
}
