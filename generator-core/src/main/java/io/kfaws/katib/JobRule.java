package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * What the API server asks of a batch/v1 Job beyond its schema: pods that are not restarted for
 * ever. (Kubernetes, "Jobs": a pod template's restartPolicy must be Never or OnFailure.)
 */
final class JobRule implements ExperimentRule {
  private static final JsonPointer POLICY =
      JsonPointer.compile("/spec/template/spec/restartPolicy");

  @Override
  public void validate(Experiment experiment, Findings findings) {
    Optional<ObjectNode> job = experiment.spec().trialTemplate().trialSpec();
    if (job.filter(JobRule::isJob).isEmpty()) {
      return;
    }
    String policy = job.get().at(POLICY).asText("Always");
    if (!Set.of("Never", "OnFailure").contains(policy) && !policy.contains(Placeholders.BEGIN)) {
      findings.error(
          "job-restart-policy",
          TRIAL.append(POLICY),
          job.get().at(POLICY).isMissingNode()
              ? "is missing; the pods of a Job cannot be restarted for ever"
              : policy + ": the pods of a Job cannot be restarted for ever",
          "write restartPolicy: Never");
    }
  }

  private static boolean isJob(ObjectNode trial) {
    return trial.path("apiVersion").asText().equals("batch/v1")
        && trial.path("kind").asText().equals("Job");
  }
}
