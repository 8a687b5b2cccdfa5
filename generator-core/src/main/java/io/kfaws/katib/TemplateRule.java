package io.kfaws.katib;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The trial's template: one source, known ends, and an object that Katib can name itself. */
final class TemplateRule implements ExperimentRule {
  @Override
  public void validate(Experiment experiment, Findings findings) {
    TrialTemplate template = experiment.spec().trialTemplate();
    Optional<ObjectNode> trial = template.trialSpec();
    if (trial.isEmpty() && template.configMap().isEmpty()) {
      findings.error(
          "trial-source",
          TRIAL,
          "is missing",
          "write the object that a trial creates as trialSpec, or name a configMap that holds it");
    }
    if (trial.isPresent() && template.configMap().isPresent()) {
      findings.error(
          "trial-source",
          TEMPLATE.appendProperty("configMap"),
          "stands beside trialSpec; a template has one source",
          "keep trialSpec or configMap");
    }
    require(template, template.successCondition(), "successCondition", findings);
    require(template, template.failureCondition(), "failureCondition", findings);
    for (String key : new String[] {"name", "namespace"}) {
      if (trial.isPresent() && trial.get().path("metadata").hasNonNull(key)) {
        findings.error(
            "trial-name",
            TRIAL.appendProperty("metadata").appendProperty(key),
            "each trial's object gets a " + key + " from Katib",
            "remove it");
      }
    }
  }

  private static void require(
      TrialTemplate template, Optional<String> condition, String key, Findings findings) {
    if (condition.isPresent()) {
      return;
    }
    String whose =
        template.kind().isEmpty() ? "a template in a ConfigMap" : "kind " + template.kind();
    findings.error(
        "trial-condition",
        TEMPLATE.appendProperty(key),
        "is missing; Katib knows none for " + whose,
        "write a GJSON path, for example"
            + " status.conditions.#(type==\"Complete\")#|#(status==\"True\")#");
  }
}
