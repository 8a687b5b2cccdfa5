package io.kfaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kfaws.text.Resources;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The configuration as its schema tells it: what is at each path. The items of a list stand at
 * {@code path[]}; the keys of a mapping that the user chooses stand nowhere.
 */
public final class ConfigurationSchema {
  private final JsonNode schema;
  private final Map<String, JsonNode> keys = new TreeMap<>();

  private ConfigurationSchema(JsonNode schema) {
    this.schema = schema;
    add("", schema);
  }

  /** The schema that users write by. */
  public static ConfigurationSchema read() throws IOException {
    String text = Resources.read("schemas/kfaws/installation.schema.json");
    return new ConfigurationSchema(new ObjectMapper().readTree(text));
  }

  private void add(String prefix, JsonNode object) {
    object
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String path = prefix + property.getKey();
              keys.put(path, property.getValue());
              addBelow(path, resolved(property.getValue()));
            });
  }

  private void addBelow(String path, JsonNode shape) {
    add(path + ".", shape);
    if (shape.has("items")) {
      JsonNode items = resolved(shape.path("items"));
      add(path + "[].", items);
    }
  }

  /** The schema of each key as it is under its parent, by path. */
  public Map<String, JsonNode> keys() {
    return keys;
  }

  /** The whole schema. */
  public JsonNode root() {
    return schema;
  }

  /** The schema that is here, or that is named here. */
  public JsonNode resolved(JsonNode here) {
    String reference = here.path("$ref").asText();
    return reference.isEmpty() ? here : schema.at(reference.substring(1));
  }

  /**
   * {@code string}, {@code integer}, {@code number}, {@code boolean}, {@code array}, {@code
   * object}, {@code map} for an object whose keys the user chooses, or {@code tree} for one that
   * another validate knows. What may be written short is what it is in full.
   */
  public String type(JsonNode here) {
    JsonNode shape = resolved(here);
    JsonNode type = shape.path("type");
    String whole = type.isArray() ? type.get(type.size() - 1).asText() : type.asText();
    JsonNode further = shape.path("additionalProperties");
    if (!whole.equals("object") || !(further.isObject() || further.asBoolean())) {
      return whole;
    }
    return further.isObject() ? "map" : "tree";
  }
}
