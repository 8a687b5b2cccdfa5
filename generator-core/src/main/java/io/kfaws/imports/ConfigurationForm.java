package io.kfaws.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A tree in the form in which people write configurations: keys in the order of the schema, and
 * nothing that the reader would fill in by itself.
 */
final class ConfigurationForm {
  private final JsonNode schema;

  ConfigurationForm(JsonNode schema) {
    this.schema = schema;
  }

  JsonNode of(JsonNode tree) {
    return formed(tree, schema);
  }

  private JsonNode formed(JsonNode node, JsonNode shape) {
    JsonNode known = resolved(shape);
    if (node instanceof ArrayNode list) {
      ArrayNode formed = list.arrayNode();
      list.forEach(item -> formed.add(formed(item, known.path("items"))));
      return formed;
    }
    if (!(node instanceof ObjectNode object) || !known.has("properties")) {
      return node;
    }
    ObjectNode formed = object.objectNode();
    for (var property : known.path("properties").properties()) {
      String key = property.getKey();
      if (object.has(key)) {
        JsonNode value = formed(object.path(key), property.getValue());
        if (!value.equals(fallback(property.getValue()))) {
          formed.set(key, value);
        }
      }
    }
    // What the schema does not know stays, for the reader to find.
    object.properties().stream()
        .filter(entry -> !known.path("properties").has(entry.getKey()))
        .forEach(entry -> formed.set(entry.getKey(), entry.getValue()));
    return formed;
  }

  private JsonNode fallback(JsonNode shape) {
    return shape.has("default") ? shape.path("default") : resolved(shape).path("default");
  }

  private JsonNode resolved(JsonNode shape) {
    String reference = shape.path("$ref").asText();
    return reference.startsWith("#/") ? schema.at(reference.substring(1)) : shape;
  }
}
