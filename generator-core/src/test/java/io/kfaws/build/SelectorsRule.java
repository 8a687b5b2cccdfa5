package io.kfaws.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What selected pods of the base still selects some: no policy or Service is left over. */
record SelectorsRule() implements Rule {
  private static final Map<String, String> LABELS =
      Map.of(
          "Service", "/spec/selector",
          "AuthorizationPolicy", "/spec/selector/matchLabels",
          "NetworkPolicy", "/spec/podSelector/matchLabels",
          "PodDisruptionBudget", "/spec/selector/matchLabels");

  @Override
  public List<String> broken(Case build) {
    return build.built().byKey().keySet().stream()
        .filter(key -> selectsAny(key, build.vanilla()) && !selectsAny(key, build.built()))
        .map(key -> key + " selects no pod any more")
        .toList();
  }

  private static boolean selectsAny(ObjectKey key, Objects objects) {
    JsonNode labels = objects.get(key).at(LABELS.getOrDefault(key.kind(), "/nowhere"));
    return !labels.isEmpty()
        && Pod.all(objects)
            .filter(pod -> pod.owner().namespace().equals(key.namespace()))
            .anyMatch(pod -> selects(labels, pod.template().at("/metadata/labels")));
  }

  private static boolean selects(JsonNode wanted, JsonNode labels) {
    return wanted.properties().stream()
        .allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
  }
}
