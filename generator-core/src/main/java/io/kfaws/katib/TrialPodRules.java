package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.kube.Pod;
import io.kfaws.text.Walk;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pods of a trial can start, train and end: their restart policy is one of a Job's, no proxy
 * runs on beside them, one of them has the container that trains, they run what they are meant to
 * run, and they are who they are said to be.
 *
 * @param account the service account that somebody has said for them
 */
record TrialPodRules(Optional<String> account) implements ExperimentRule {
  /** The label or annotation by which a pod wants a proxy of Istio's, or wants none. */
  static final String INJECT = "sidecar.istio.io/inject";

  private static final String ACCOUNT = "trial-account";
  private static final JsonPointer POLICY =
      JsonPointer.compile("/spec/template/spec/restartPolicy");
  private static final JsonPointer CUSTOM =
      JsonPointer.compile("/spec/metricsCollectorSpec/collector/customCollector");

  /** What joins commands in a shell. */
  private static final Set<String> OPERATORS = Set.of("&&", "||", "|", ">", ">>", "2>&1");

  @Override
  public void validate(Experiment experiment, ExperimentFindings findings) {
    ExperimentSpec spec = experiment.spec();
    Optional<ObjectNode> trial = spec.trialTemplate().trialSpec();
    List<Pod> pods = trial.map(Pod::in).orElse(List.of());
    if (trial.isPresent()) {
      restartPolicy(trial.get(), findings);
      Walk.through(
          trial.get(),
          (at, node) -> {
            command(node, TRIAL.append(at), findings);
            image(node, TRIAL.append(at), findings);
          });
    }
    trial.ifPresent(object -> proxy(object, pods, findings));
    primaryContainer(spec.trialTemplate().primaryContainerName(), pods, findings);
    spec.metricsCollectorSpec()
        .flatMap(MetricsCollector::collector)
        .flatMap(MetricsCollector.Collector::customCollector)
        .ifPresent(container -> image(container, CUSTOM, findings));
    account.ifPresent(wanted -> account(wanted, trial, pods, findings));
  }

  /**
   * What the API server asks of a batch/v1 Job beyond its schema: pods that are not restarted for
   * ever. (Kubernetes, "Jobs": a pod template's restartPolicy must be Never or OnFailure.)
   */
  private static void restartPolicy(ObjectNode trial, ExperimentFindings findings) {
    String policy = trial.at(POLICY).asText("Always");
    if (TrialTemplate.isJob(trial)
        && !Set.of("Never", "OnFailure").contains(policy)
        && !policy.contains(Placeholders.BEGIN)) {
      findings.error(
          "job-restart-policy",
          TRIAL.append(POLICY),
          (trial.at(POLICY).isMissingNode() ? "is missing; the" : policy + ": the")
              + " pods of a Job cannot be restarted for ever",
          "write restartPolicy: Never");
    }
  }

  /**
   * In a profile's namespace Istio adds a proxy to each pod, which runs on when the training is
   * over; then the trial never ends (Istio, "Resource annotations": {@code
   * sidecar.istio.io/inject}).
   */
  private static void proxy(ObjectNode trial, List<Pod> all, ExperimentFindings findings) {
    for (Pod pod : all) {
      pod.markAt(INJECT)
          .filter(at -> !trial.at(at).asText().equals("false"))
          .ifPresent(
              at ->
                  findings.warning(
                      "sidecar-injection",
                      TRIAL.append(at),
                      "Istio adds a proxy to the trial's pods, which does not end with the"
                          + " training",
                      "write metadata: {annotations: {"
                          + INJECT
                          + ": \"false\"}} in the pod template"));
    }
  }

  private static void primaryContainer(
      String primary, List<Pod> pods, ExperimentFindings findings) {
    List<String> containers =
        pods.stream()
            .flatMap(pod -> pod.parts().stream())
            .filter(part -> !part.isInit())
            .map(Pod.Part::name)
            .distinct()
            .toList();
    // What a runtime or a controller calls a container, nobody can tell here.
    boolean known = !containers.isEmpty() && !containers.contains("");
    if (known && !containers.contains(primary)) {
      findings.warning(
          "primary-container",
          TEMPLATE.appendProperty("primaryContainerName"),
          "no container of the trial is called " + primary + "; no metrics would be collected",
          ExperimentFindings.meant(primary, containers, "containers"));
    }
  }

  /**
   * A container's command and args are lists of arguments: no shell reads them, so what joins
   * commands in a shell is an argument of the first one.
   */
  private static void command(JsonNode node, JsonPointer at, ExperimentFindings findings) {
    for (String key : List.of("command", "args")) {
      JsonNode list = node.path(key);
      for (int i = 0; list.isArray() && i < list.size(); i++) {
        String operator = list.get(i).asText();
        if (OPERATORS.contains(operator)) {
          findings.warning(
              "shell-operator",
              at.appendProperty(key).appendIndex(i),
              operator + " is an argument here: no shell reads this list",
              "write all of it as one text for a shell: command: [sh, -c], args: [\"first "
                  + operator
                  + " second\"]");
        }
      }
    }
  }

  /** With {@code latest} the trials of one experiment can differ. */
  private static void image(JsonNode node, JsonPointer at, ExperimentFindings findings) {
    // A Ceph volume has an image too, which is none of a container.
    boolean volume = at.last() != null && at.last().matchesProperty("rbd");
    String image = node.path("image").isTextual() ? node.path("image").textValue() : "";
    if (!volume && isLatest(image)) {
      findings.warning(
          "latest-tag",
          at.appendProperty("image"),
          image + " is another image after each push",
          "write a tag that is not moved, or a digest (@sha256:…)");
    }
  }

  private static boolean isLatest(String image) {
    if (image.isEmpty() || image.contains("@") || image.contains("${") || image.contains("$(")) {
      return false;
    }
    String name = image.substring(image.lastIndexOf('/') + 1);
    return !name.contains(":") || name.endsWith(":latest");
  }

  /**
   * Where the trial's object has no place for it, as a TrainJob, or lies in a ConfigMap, nobody but
   * its author knows where the account is written.
   */
  private static void account(
      String wanted, Optional<ObjectNode> trial, List<Pod> all, ExperimentFindings findings) {
    boolean hasPlace = false;
    for (Pod pod : all) {
      String own = pod.account();
      hasPlace |= pod.accountAt().isPresent();
      if (pod.accountAt().isPresent() && !own.equals(wanted) && !own.contains(Placeholders.BEGIN)) {
        findings.error(
            ACCOUNT,
            TRIAL.append(pod.accountAt().get()),
            "the pods are " + own + " here, and the experiment's serviceAccount is " + wanted,
            "say it in one place: remove one of the two");
      }
    }
    if (!hasPlace) {
      findings.warning(
          ACCOUNT,
          trial.isPresent() ? TRIAL : TEMPLATE.appendProperty("configMap"),
          trial
                  .map(object -> "a " + object.path("kind").asText() + " has no pod template")
                  .orElse("the template is in the cluster")
              + ", so the serviceAccount "
              + wanted
              + " is not put into it",
          "write it there by yourself, where that kind has a place for it");
    }
  }
}
