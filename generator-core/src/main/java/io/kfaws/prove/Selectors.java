package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.kube.ObjectReference;
import io.kfaws.kube.Pod;
import java.util.List;
import java.util.Map;

/** Which objects select pods by labels, and whether they select any. */
final class Selectors {
  private static final Map<String, String> LABELS =
      Map.of(
          "Service", "/spec/selector",
          "AuthorizationPolicy", "/spec/selector/matchLabels",
          "NetworkPolicy", "/spec/podSelector/matchLabels",
          "PodDisruptionBudget", "/spec/selector/matchLabels");

  private final Objects objects;
  private final List<Pod> pods;

  Selectors(Objects objects) {
    this.objects = objects;
    pods = objects.pods().toList();
  }

  boolean selectsAny(ObjectReference key) {
    JsonNode labels = objects.get(key).at(LABELS.getOrDefault(key.kind(), "/nowhere"));
    return !labels.isEmpty()
        && pods.stream()
            .filter(pod -> pod.owner().namespace().equals(key.namespace()))
            .anyMatch(pod -> selects(labels, pod.template().at("/metadata/labels")));
  }

  private static boolean selects(JsonNode wanted, JsonNode labels) {
    return wanted.properties().stream()
        .allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
  }
}
