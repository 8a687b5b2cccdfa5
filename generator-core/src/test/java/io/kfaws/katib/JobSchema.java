package io.kfaws.katib;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A strict JSON Schema of the batch/v1 Job, made of Kubernetes' OpenAPI document: every object is
 * closed, and types are those that the API server's decoder takes.
 *
 * <p>Only the structure is taken over; the words are our own.
 */
final class JobSchema {
  private static final String JOB = "io.k8s.api.batch.v1.Job";
  private static final String DEFS = "#/$defs/";
  private static final String QUANTITY =
      "^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$";

  /** Where people put secrets, so that no message repeats what is there. */
  private static final Set<String> PRIVATE =
      Set.of(
          "io.k8s.api.core.v1.EnvVar/value",
          "io.k8s.api.core.v1.Container/args",
          "io.k8s.api.core.v1.Container/command");

  private final JsonNode definitions;
  private final SortedMap<String, ObjectNode> made = new TreeMap<>();

  private JobSchema(JsonNode definitions) {
    this.definitions = definitions;
  }

  /** The schema, made of the {@code definitions} of an OpenAPI 2 document. */
  static ObjectNode of(JsonNode definitions) {
    JobSchema schema = new JobSchema(definitions);
    schema.define(JOB);
    schema.scalars();
    ObjectNode root = object();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$id", "https://kfaws.io/schemas/katib/job.schema.json");
    root.put("title", "Kubernetes Job");
    root.put(
        "description",
        "A batch/v1 Job, strictly. Derived from Kubernetes' OpenAPI document by JobSchemaTest; not"
            + " written by hand.");
    root.put("$ref", DEFS + JOB);
    root.putObject("$defs").setAll(schema.made);
    return root;
  }

  private void define(String name) {
    if (made.containsKey(name)) {
      return;
    }
    made.put(name, object()); // it may contain itself
    made.put(name, definition(name, definitions.path(name)));
  }

  private ObjectNode definition(String name, JsonNode given) {
    return switch (name) {
      case "io.k8s.apimachinery.pkg.api.resource.Quantity" ->
          either("string", "number")
              .put("title", "quantity")
              .put("pattern", QUANTITY)
              .put("x-hint", "write a quantity: 2, 500m, 1Gi; no parameter can stand here");
      case "io.k8s.apimachinery.pkg.util.intstr.IntOrString" ->
          either("integer", "string").put("x-hint", "write a whole number or a name");
      case "io.k8s.apimachinery.pkg.apis.meta.v1.Time" ->
          either("string", "null").put("x-hint", "write a time: \"2026-01-31T12:00:00Z\"");
      default -> mapping(name, given);
    };
  }

  private ObjectNode mapping(String name, JsonNode given) {
    ObjectNode mapping = object().put("type", "object");
    List<String> required = new ArrayList<>();
    given.path("required").forEach(key -> required.add(key.asText()));
    mapping.put(
        "x-hint",
        required.isEmpty() ? "write a mapping" : "write a mapping with " + words(required));
    if (!given.has("properties")) {
      return mapping;
    }
    if (!required.isEmpty()) {
      ArrayNode keys = mapping.putArray("required");
      required.forEach(keys::add);
    }
    mapping.put("additionalProperties", false);
    ObjectNode properties = mapping.putObject("properties");
    SortedMap<String, JsonNode> sorted = new TreeMap<>();
    given.path("properties").properties().forEach(p -> sorted.put(p.getKey(), p.getValue()));
    for (Map.Entry<String, JsonNode> property : sorted.entrySet()) {
      boolean secret = PRIVATE.contains(name + "/" + property.getKey());
      properties.set(property.getKey(), value(property.getValue(), secret));
    }
    return mapping;
  }

  private ObjectNode value(JsonNode given, boolean secret) {
    String reference = given.path("$ref").asText();
    if (!reference.isEmpty()) {
      String name = reference.substring("#/definitions/".length());
      define(name);
      return ref(name);
    }
    String type = given.path("type").asText();
    if (type.equals("array")) {
      return object()
          .put("type", "array")
          .put("x-hint", "write a list, a line with - for each item")
          .set("items", value(given.path("items"), secret));
    }
    if (type.equals("object")) {
      ObjectNode map = object().put("type", "object").put("x-hint", "write a mapping");
      return given.has("additionalProperties")
          ? map.set("additionalProperties", value(given.path("additionalProperties"), false))
          : map;
    }
    if (given.has("enum")) {
      ObjectNode choice = object().put("type", "string").put("x-hint", "write one of them");
      return choice.set("enum", given.path("enum"));
    }
    if (!Set.of("string", "integer", "number", "boolean").contains(type)) {
      throw new IllegalStateException("no such type: " + given);
    }
    return ref(secret ? "private" : type);
  }

  private void scalars() {
    made.put("string", object().put("type", "string").put("x-hint", "write text"));
    made.put(
        "private",
        object().put("type", "string").put("x-hint", "write text").put("x-private", true));
    made.put(
        "integer",
        object().put("type", "integer").put("x-hint", "write a whole number, without quotes"));
    made.put(
        "number", object().put("type", "number").put("x-hint", "write a number, without quotes"));
    made.put(
        "boolean",
        object().put("type", "boolean").put("x-hint", "write true or false, without quotes"));
  }

  private static String words(List<String> keys) {
    int last = keys.size() - 1;
    return last == 0
        ? keys.get(0)
        : String.join(", ", keys.subList(0, last)) + " and " + keys.get(last);
  }

  private static ObjectNode either(String... types) {
    ObjectNode schema = object();
    ArrayNode type = schema.putArray("type");
    List.of(types).forEach(type::add);
    return schema;
  }

  private static ObjectNode ref(String name) {
    return object().put("$ref", DEFS + name);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
