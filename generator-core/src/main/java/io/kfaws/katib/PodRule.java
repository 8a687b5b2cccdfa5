package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Optional;

/**
 * The trial's pods can end, and one of them has the container that trains. In a profile's namespace
 * Istio adds a proxy to each pod, which runs on when the training is over; then the trial never
 * ends (Istio, "Resource annotations": {@code sidecar.istio.io/inject}).
 */
final class PodRule implements ExperimentRule {
  static final String INJECT = "sidecar.istio.io/inject";

  @Override
  public void validate(Experiment experiment, Findings findings) {
    TrialTemplate template = experiment.spec().trialTemplate();
    List<Pods> pods = template.trialSpec().map(Pods::of).orElse(List.of());
    for (Pods pod : pods) {
      if (!pod.mark(INJECT).equals("false")) {
        findings.warning(
            "sidecar-injection",
            place(pod),
            "Istio adds a proxy to the trial's pods, which does not end with the training",
            "write metadata: {annotations: {" + INJECT + ": \"false\"}} in the pod template");
      }
    }
    List<String> containers =
        pods.stream().flatMap(pod -> pod.containers().stream()).distinct().toList();
    String primary = template.primaryContainerName();
    if (!containers.isEmpty() && !containers.contains(primary)) {
      findings.warning(
          "primary-container",
          TEMPLATE.appendProperty("primaryContainerName"),
          "no container of the trial is called " + primary + "; no metrics would be collected",
          Words.meant(Optional.of(primary), containers, "containers"));
    }
  }

  /** Where it is said that a proxy is wanted, or the pod template, where it is not said at all. */
  private static JsonPointer place(Pods pod) {
    JsonPointer template = TRIAL.append(pod.at());
    for (String key : List.of("labels", "annotations")) {
      if (pod.template().path("metadata").path(key).has(INJECT)) {
        return template.appendProperty("metadata").appendProperty(key).appendProperty(INJECT);
      }
    }
    return template;
  }
}
