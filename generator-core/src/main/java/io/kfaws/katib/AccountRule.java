package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The trial's pods are who they are said to be. Where its object has no pod templates, as a
 * TrainJob or a pipeline, or lies in a ConfigMap, nobody but its author knows where that is said.
 *
 * @param wanted the service account
 */
record AccountRule(String wanted) implements ExperimentRule {
  private static final String RULE = "trial-account";

  @Override
  public void validate(Experiment experiment, Findings findings) {
    Optional<ObjectNode> trial = experiment.spec().trialTemplate().trialSpec();
    List<Pods> all = trial.map(Pods::of).orElse(List.of());
    for (Pods pods : all) {
      JsonPointer at = TRIAL.append(pods.at()).appendProperty("spec");
      String own = pods.account();
      if (!own.equals(wanted) && !own.contains(Placeholders.BEGIN)) {
        findings.error(
            RULE,
            at.appendProperty(pods.accountKey()),
            "the pods are " + own + " here, and the experiment's serviceAccount is " + wanted,
            "say it in one place: remove one of the two");
      }
    }
    if (all.isEmpty()) {
      findings.warning(
          RULE,
          trial.isPresent() ? TRIAL : TEMPLATE.appendProperty("configMap"),
          (trial.isPresent()
                  ? "a " + trial.get().path("kind").asText() + " has no pod template"
                  : "the template is in the cluster")
              + ", so the serviceAccount "
              + wanted
              + " is not put into it",
          "write it there by yourself, where that kind has a place for it");
    }
  }
}
