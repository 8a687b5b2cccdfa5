package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.kube.Pod;

/** No environment entry has both {@code value} and {@code valueFrom}: the API server refuses it. */
record ValueAndValueFrom() implements BuildRule {
  @Override
  public String id() {
    return "value-and-value-from";
  }

  @Override
  public void validate(Build build, BuildFindings findings) {
    build
        .built()
        .pods()
        .filter(pod -> !build.built().get(pod.owner()).equals(build.base().get(pod.owner())))
        .forEach(pod -> pod.containers().forEach(container -> validate(pod, container, findings)));
  }

  private static void validate(Pod pod, JsonNode container, BuildFindings findings) {
    for (JsonNode entry : container.path("env")) {
      String path =
          pod.owner()
              + ": "
              + container.path("name").asText()
              + ".env."
              + entry.path("name").asText();
      if (hasValue(entry) && entry.has("valueFrom")) {
        findings.find(
            path,
            "has both value and valueFrom",
            "the base gives it a value: write value: null beside valueFrom in the patch");
      } else {
        findings.proven(path);
      }
    }
  }

  /** An empty value counts as none (Kubernetes, validation of EnvVar). */
  private static boolean hasValue(JsonNode entry) {
    return entry.hasNonNull("value") && !entry.path("value").asText().isEmpty();
  }
}
