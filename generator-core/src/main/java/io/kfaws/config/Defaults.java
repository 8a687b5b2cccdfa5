package io.kfaws.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.aws.Region;

/**
 * What an absent key means. Runs on the judged tree, before it becomes records, so that the records
 * are always whole.
 *
 * <p>Fixed defaults are the schema's {@code default} keywords, so that editors, messages and the
 * reader know the same ones; only what follows from another key is computed here.
 */
final class Defaults {
  private final JsonNode schema;

  Defaults(JsonNode schema) {
    this.schema = schema;
  }

  /** A copy of a schema-valid wish with every default filled in. */
  ObjectNode complete(JsonNode wish) {
    ObjectNode whole = wish.deepCopy();
    fill(whole, schema);
    if (!whole.has("overlays")) {
      whole.putArray("overlays"); // the planner chooses
    }
    if (whole.path("s3") instanceof ObjectNode s3) {
      follow(s3, whole.at("/cluster/region").asText());
    }
    return whole;
  }

  private void fill(ObjectNode object, JsonNode shape) {
    resolved(shape)
        .path("properties")
        .properties()
        .forEach(
            property -> {
              JsonNode inner = resolved(property.getValue());
              JsonNode fallback = property.getValue().path("default");
              if (!object.has(property.getKey()) && !fallback.isMissingNode()) {
                object.set(property.getKey(), fallback.deepCopy());
              }
              if (object.get(property.getKey()) instanceof ObjectNode child) {
                fill(child, inner);
              }
            });
  }

  private JsonNode resolved(JsonNode shape) {
    String reference = shape.path("$ref").asText();
    return reference.startsWith("#/") ? schema.at(reference.substring(1)) : shape;
  }

  /** The bucket is in the cluster's region and served by its region's endpoint, unless said. */
  private static void follow(ObjectNode s3, String clusterRegion) {
    if (!s3.has("region")) {
      s3.put("region", clusterRegion);
    }
    if (!s3.has("endpoint")) {
      s3.put("endpoint", Region.of(s3.path("region").asText()).s3Endpoint());
    }
  }
}
