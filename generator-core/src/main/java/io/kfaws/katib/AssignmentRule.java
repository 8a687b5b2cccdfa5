package io.kfaws.katib;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.katib.TrialTemplate.TrialParameter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Katib can make a trial of the template: each parameter goes into it, and the labels and
 * annotations that it takes from the trial's object are there. Otherwise no trial is ever created,
 * and nothing says so at the experiment (Katib, {@code
 * pkg/controller.v1beta1/experiment/manifest/generator.go}).
 */
final class AssignmentRule implements ExperimentRule {
  private static final Pattern MARK =
      Pattern.compile("\\$\\{trialSpec\\.(Annotations|Labels)\\[(.+)]}");

  @Override
  public void validate(Experiment experiment, Findings findings) {
    ExperimentSpec spec = experiment.spec();
    List<TrialParameter> given = spec.trialTemplate().trialParameters();
    List<String> references = given.stream().map(TrialParameter::reference).toList();
    for (int i = 0; i < spec.parameters().size(); i++) {
      String name = spec.parameters().get(i).name();
      if (!references.contains(name)) {
        findings.warning(
            "unused-parameter",
            SPEC.appendProperty("parameters").appendIndex(i).appendProperty("name"),
            "no trial parameter refers to " + name + "; Katib makes no trial then",
            "put its value into the template, or remove it");
      }
    }
    Optional<ObjectNode> trial = spec.trialTemplate().trialSpec();
    for (int i = 0; i < given.size() && trial.isPresent(); i++) {
      Matcher mark = MARK.matcher(references.get(i));
      if (mark.matches() && !has(trial.get(), mark.group(1), mark.group(2))) {
        findings.warning(
            "unknown-trial-label",
            TrialParametersRule.TRIAL_PARAMETERS.appendIndex(i).appendProperty("reference"),
            "the trial's object has no such key; Katib makes no trial then",
            "add "
                + mark.group(2)
                + " to its metadata in trialSpec, or remove the trial parameter");
      }
    }
  }

  private static boolean has(JsonNode trial, String marks, String key) {
    String list = marks.equals("Labels") ? "labels" : "annotations";
    return trial.path("metadata").path(list).has(key);
  }
}
