package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Diagnostic;
import io.kfaws.kube.Pod;
import io.kfaws.schema.Schemas;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The API server takes the pods of a trial as they are written, and drops nothing of them. Katib's
 * webhook looks into a batch/v1 Job alone, and there at types only (Kubernetes v1.34, {@code
 * pkg/apis/core/validation/validation.go}, {@code ValidatePodSpec}).
 *
 * @param schemas the schemas of pods
 */
record AcceptedPodRules(Schemas schemas) implements ExperimentRule {
  private static final String CORE = "io.k8s.api.core.v1.";

  /** The parts of a pod, in the order in which a lost key is looked up. */
  private static final SortedMap<String, String> PLACES =
      new TreeMap<>(
          Map.of(
              "Container", "a container",
              "PodSpec", "the spec of the pod",
              "PodTemplateSpec", "the pod template, beside its spec"));

  private static final String REFUSED = "refused-pod";
  private static final String REFUSES = "; the API server refuses the pods of each trial";

  @Override
  public void validate(Experiment experiment, ExperimentFindings findings) {
    Optional<ObjectNode> trial = experiment.spec().trialTemplate().trialSpec();
    if (trial.isEmpty()) {
      return;
    }
    boolean isJob = TrialTemplate.isJob(trial.get());
    for (Pod pod : Pod.in(trial.get())) {
      // The schema of experiments has the form of a Job, and its findings are errors.
      if (!isJob) {
        form(trial.get(), pod, findings);
      }
      if (pod.isTemplate()) {
        containers(pod, findings);
        volumes(pod, findings);
      }
    }
  }

  private void form(ObjectNode trial, Pod pod, ExperimentFindings findings) {
    if (pod.isTemplate()) {
      findings
          .form(schemas, "katib/pod-template.schema.json", TRIAL.append(pod.at()), pod.template())
          .forEach(finding -> report(finding, trial, findings));
      return;
    }
    for (Pod.Part part : pod.parts()) {
      ObjectNode container = ((ObjectNode) part.container()).deepCopy().without(pod.more());
      // Each kind has a name for a container without one.
      container.put("name", "container");
      findings
          .form(schemas, "katib/container.schema.json", TRIAL.append(part.at()), container)
          .forEach(finding -> report(finding, trial, findings));
    }
  }

  private void report(Diagnostic of, ObjectNode trial, ExperimentFindings findings) {
    String kind = trial.path("kind").asText();
    if (of.rule().equals("unknown-key")) {
      findings.warning(
          "dropped-pod-key",
          of,
          of.message() + "; it is dropped from the " + kind + ", and the pods run without it",
          of.hint().startsWith("did you mean") ? of.hint() : place(of).orElse(of.hint()));
    } else {
      findings.warning(REFUSED, of, of.message() + REFUSES, of.hint());
    }
  }

  /** Where in a pod a key belongs that stands at the wrong place. */
  private Optional<String> place(Diagnostic of) {
    String key = of.path().substring(of.path().lastIndexOf('.') + 1);
    JsonNode definitions = schemas.tree("katib/job.schema.json").path("$defs");
    return PLACES.entrySet().stream()
        .filter(place -> definitions.path(CORE + place.getKey()).path("properties").has(key))
        .map(place -> key + " belongs to " + place.getValue())
        .findFirst();
  }

  private static void containers(Pod pod, ExperimentFindings findings) {
    Set<String> names = new HashSet<>();
    List<Pod.Part> parts = pod.parts();
    if (parts.stream().allMatch(Pod.Part::isInit)) {
      findings.warning(
          REFUSED,
          TRIAL.append(pod.at()).appendProperty("spec").appendProperty("containers"),
          "there is no container" + REFUSES,
          "write the container that trains");
    }
    for (Pod.Part part : parts) {
      JsonPointer at = TRIAL.append(part.at());
      if (part.container().path("image").asText().isEmpty()) {
        findings.warning(
            REFUSED,
            at.appendProperty("image"),
            "is missing" + REFUSES,
            "write the container's image with its tag");
      }
      if (!part.name().isEmpty() && !names.add(part.name())) {
        findings.warning(
            REFUSED,
            at.appendProperty("name"),
            "a container of the name " + part.name() + " is above" + REFUSES,
            "give it another name, or remove it");
      }
      resources(part, at, findings);
      variables(part, at, findings);
    }
  }

  private static void variables(Pod.Part part, JsonPointer at, ExperimentFindings findings) {
    JsonNode env = part.container().path("env");
    for (int i = 0; i < env.size(); i++) {
      if (!env.get(i).path("value").asText().isEmpty() && env.get(i).has("valueFrom")) {
        findings.warning(
            REFUSED,
            at.appendProperty("env").appendIndex(i),
            "has value and valueFrom" + REFUSES,
            "keep one of the two");
      }
    }
  }

  private static void resources(Pod.Part part, JsonPointer at, ExperimentFindings findings) {
    JsonNode limits = part.resources().path("limits");
    for (var request : part.resources().path("requests").properties()) {
      Optional<BigDecimal> asked = Quantity.of(request.getValue().asText());
      Optional<BigDecimal> most = Quantity.of(limits.path(request.getKey()).asText());
      if (asked.isPresent() && most.isPresent() && asked.get().compareTo(most.get()) > 0) {
        findings.warning(
            REFUSED,
            at.append(JsonPointer.compile("/resources/requests")).appendProperty(request.getKey()),
            "is more than its limit, " + limits.path(request.getKey()).asText() + REFUSES,
            "request at most the limit, or raise the limit");
      }
    }
  }

  private static void volumes(Pod pod, ExperimentFindings findings) {
    JsonPointer spec = TRIAL.append(pod.at()).appendProperty("spec");
    JsonNode volumes = pod.spec().path("volumes");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < volumes.size(); i++) {
      JsonPointer at = spec.appendProperty("volumes").appendIndex(i);
      String name = volumes.get(i).path("name").asText();
      if (!names.add(name)) {
        findings.warning(
            REFUSED,
            at.appendProperty("name"),
            "a volume of the name " + name + " is above" + REFUSES,
            "give it another name, or remove it");
      }
      if (volumes.get(i).size() > 2) {
        findings.warning(
            REFUSED, at, "has more than one source" + REFUSES, "keep one source of the volume");
      }
    }
    for (Pod.Part part : pod.parts()) {
      JsonNode mounts = part.container().path("volumeMounts");
      Set<String> paths = new HashSet<>();
      for (int i = 0; i < mounts.size(); i++) {
        JsonPointer at = TRIAL.append(part.at()).appendProperty("volumeMounts").appendIndex(i);
        String name = mounts.get(i).path("name").asText();
        if (!names.contains(name) && !name.contains(Placeholders.BEGIN)) {
          findings.warning(
              REFUSED,
              at.appendProperty("name"),
              "the pods have no volume " + name + REFUSES,
              "add it to volumes, or correct the name");
        }
        String path = mounts.get(i).path("mountPath").asText();
        if (!paths.add(path)) {
          findings.warning(
              REFUSED,
              at.appendProperty("mountPath"),
              path + " is the path of a mount above" + REFUSES,
              "mount it at another path");
        }
      }
    }
  }
}
