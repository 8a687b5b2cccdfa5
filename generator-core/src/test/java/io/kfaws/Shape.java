package io.kfaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kfaws.text.Resources;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The wish as its schema tells it: what stands at each path. */
final class Shape {
  private final JsonNode schema;
  private final Map<String, JsonNode> keys = new TreeMap<>();

  private Shape(JsonNode schema) {
    this.schema = schema;
    add("", schema);
  }

  static Shape ofTheWish() throws IOException {
    String text = Resources.read("schemas/kfaws/installation.schema.json");
    return new Shape(new ObjectMapper().readTree(text));
  }

  private void add(String prefix, JsonNode object) {
    object
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String path = prefix + property.getKey();
              keys.put(path, property.getValue());
              add(path + ".", resolved(property.getValue()));
            });
  }

  /** The schema of each key as it stands under its parent, by path. */
  Map<String, JsonNode> keys() {
    return keys;
  }

  /** The whole schema. */
  JsonNode root() {
    return schema;
  }

  /** The schema that stands here, or that is named here. */
  JsonNode resolved(JsonNode here) {
    String reference = here.path("$ref").asText();
    return reference.isEmpty() ? here : schema.at(reference.substring(1));
  }

  /** {@code string}, {@code integer}, {@code array}, {@code object}. */
  String type(JsonNode here) {
    return resolved(here).path("type").asText();
  }
}
