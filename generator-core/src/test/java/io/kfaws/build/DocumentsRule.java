package io.kfaws.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.prove.Objects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The documents inside ConfigMaps, parsed as their readers parse them, are the expected ones. */
record DocumentsRule() implements Rule {
  @Override
  public List<String> broken(Case build) {
    List<String> broken = new ArrayList<>();
    for (Map.Entry<String, JsonNode> map : build.expected().path("documents").properties()) {
      JsonNode data =
          build.built().find("ConfigMap", map.getKey()).orElse(Case.NOTHING).path("data");
      for (Map.Entry<String, JsonNode> document : map.getValue().properties()) {
        JsonNode found = parsed(data.path(document.getKey()).asText());
        if (!found.equals(document.getValue())) {
          broken.add(
              "%s: %s is %s instead of %s"
                  .formatted(map.getKey(), document.getKey(), found, document.getValue()));
        }
      }
    }
    return broken;
  }

  /** JSON is YAML, too. */
  private static JsonNode parsed(String text) {
    try {
      return Objects.parse(text);
    } catch (IllegalArgumentException e) {
      return Case.NOTHING;
    }
  }
}
