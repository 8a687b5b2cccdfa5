package io.kfaws.katib;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Katib knows of the kinds that trials usually create: when they have succeeded or failed, and
 * which of their pods trains. It goes by the kind alone.
 *
 * @param succeeded the condition that a success sets
 * @param primaryPodLabels what marks the pod that trains
 */
record TrialDefaults(String succeeded, SortedMap<String, String> primaryPodLabels) {
  private static final TrialDefaults TRAINING =
      new TrialDefaults(
          "Succeeded", new TreeMap<>(Map.of("training.kubeflow.org/job-role", "master")));

  private static final Map<String, TrialDefaults> KINDS =
      Map.of(
          "Job", new TrialDefaults("Complete", new TreeMap<>()),
          "TFJob", TRAINING,
          "PyTorchJob", TRAINING,
          "XGBoostJob", TRAINING,
          "MPIJob", TRAINING,
          "TrainJob",
              new TrialDefaults(
                  "Complete",
                  new TreeMap<>(
                      Map.of(
                          "jobset.sigs.k8s.io/replicatedjob-name", "node",
                          "batch.kubernetes.io/job-completion-index", "0"))));

  /** Keeps the labels as they are. */
  TrialDefaults {
    primaryPodLabels = Collections.unmodifiableSortedMap(primaryPodLabels);
  }

  /** The template with what follows from the kind of its object. */
  static TrialTemplate fill(TrialTemplate template) {
    Optional<TrialDefaults> known = Optional.ofNullable(KINDS.get(template.kind()));
    return new TrialTemplate(
        template.retain(),
        template.primaryContainerName(),
        template.primaryPodLabels().isEmpty()
            ? known.map(TrialDefaults::primaryPodLabels).orElse(template.primaryPodLabels())
            : template.primaryPodLabels(),
        template.successCondition().or(() -> known.map(kind -> condition(kind.succeeded))),
        template.failureCondition().or(() -> known.map(kind -> condition("Failed"))),
        template.trialParameters(),
        template.trialSpec(),
        template.configMap());
  }

  private static String condition(String type) {
    return "status.conditions.#(type==\"" + type + "\")#|#(status==\"True\")#";
  }
}
