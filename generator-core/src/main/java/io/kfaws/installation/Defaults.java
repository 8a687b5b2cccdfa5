package io.kfaws.installation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.aws.Region;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.installation.rules.WrittenExperiments;
import io.kfaws.text.Sha256;

/**
 * What an absent key means. Runs on the validated tree, before it becomes records, so that the
 * records are always whole.
 *
 * <p>Fixed defaults are the schema's {@code default} keywords, so that editors, messages and the
 * reader know the same ones; only what follows from another key is computed here.
 */
final class Defaults {
  private static final String PROFILES = "profiles";
  private static final String PROFILE_DEFAULTS = "profileDefaults";

  /** IAM's limit to the names of roles, and what is kept of a longer one before its hash. */
  private static final int LONGEST_ROLE_NAME = 64;

  private static final int KEPT_OF_ROLE_NAME = 55;
  private static final int DIGITS_OF_HASH = 8;

  private final JsonNode schema;

  Defaults(JsonNode schema) {
    this.schema = schema;
  }

  /** A copy of a schema-valid configuration with every default filled in. */
  ObjectNode complete(JsonNode configuration) {
    ObjectNode whole = configuration.deepCopy();
    profiles(whole);
    whole.path("secrets").forEach(entry -> secret(entry, whole));
    whole.path("experiments").forEach(WrittenExperiments::writeOut);
    fill(whole, schema);
    if (!whole.has("overlays")) {
      whole.putArray("overlays"); // the planner chooses
    }
    if (whole.path("s3") instanceof ObjectNode s3) {
      follow(s3, whole.at("/cluster/region").asText());
    }
    return whole;
  }

  private void fill(JsonNode node, JsonNode shape) {
    JsonNode known = resolved(shape);
    if (node instanceof ArrayNode list) {
      list.forEach(item -> fill(item, known.path("items")));
    } else if (node instanceof ObjectNode object) {
      known
          .path("properties")
          .properties()
          .forEach(
              property -> {
                JsonNode fallback = property.getValue().path("default");
                if (!object.has(property.getKey()) && !fallback.isMissingNode()) {
                  object.set(property.getKey(), fallback.deepCopy());
                }
                fill(object.path(property.getKey()), property.getValue());
              });
    }
  }

  private JsonNode resolved(JsonNode shape) {
    String reference = shape.path("$ref").asText();
    return reference.startsWith("#/") ? schema.at(reference.substring(1)) : shape;
  }

  /** What profiles have in common is merged before anything is filled in that would hide it. */
  private void profiles(ObjectNode whole) {
    JsonNode shape = schema.at("/properties/profiles/items/properties");
    if (whole.path(PROFILE_DEFAULTS) instanceof ObjectNode common) {
      MergedProfiles.writeOut(common);
      fill(common, schema.at("/properties/profileDefaults"));
    }
    String cluster = whole.at("/cluster/name").asText();
    for (JsonNode item : whole.path(PROFILES)) {
      if (item instanceof ObjectNode profile) {
        MergedProfiles.writeOut(profile);
        fill(profile.path("owner"), shape.path("owner"));
        boolean merges = profile.path("defaults").asBoolean(true);
        if (merges && whole.path(PROFILE_DEFAULTS) instanceof ObjectNode common) {
          MergedProfiles.merge(profile, common);
        }
        if (profile.at("/identity/role") instanceof ObjectNode role && !role.has("name")) {
          role.put("name", roleName("kf-" + cluster + "-" + profile.path("name").asText()));
        }
      }
    }
  }

  /** An entry of a profile is read by what its notebooks run as, and kept alive by a pod. */
  private static void secret(JsonNode item, ObjectNode whole) {
    if (item instanceof ObjectNode entry) {
      if (!entry.has("region")) {
        entry.set("region", whole.at("/cluster/region"));
      }
      if (!entry.path(PROFILES).isEmpty() && !entry.has("serviceAccount")) {
        entry.put("serviceAccount", ServiceAccount.EDITOR);
      }
      for (JsonNode secret : entry.path("secretObjects")) {
        if (secret instanceof ObjectNode synced && !synced.has("secretName")) {
          synced.set("secretName", entry.get("name"));
        }
      }
      boolean mounts = !whole.path("secretDelivery").has("externalSecrets");
      if (mounts && !entry.path("secretObjects").isEmpty() && !entry.has("mountedBy")) {
        entry.putObject("mountedBy").putObject("syncWorkload");
      }
    }
  }

  /** Long names differ in their ends, so the hash of the whole stands for what is cut. */
  private static String roleName(String name) {
    if (name.length() <= LONGEST_ROLE_NAME) {
      return name;
    }
    return name.substring(0, KEPT_OF_ROLE_NAME)
        + "-"
        + Sha256.hex(name).substring(0, DIGITS_OF_HASH);
  }

  /** The bucket is in the cluster's region and served by its region's endpoint, unless said. */
  private static void follow(ObjectNode s3, String clusterRegion) {
    if (!s3.has("region")) {
      s3.put("region", clusterRegion);
    }
    if (!s3.has("endpoint")) {
      try {
        s3.put("endpoint", Region.of(s3.path("region").asText()).s3Endpoint());
      } catch (IllegalArgumentException e) {
        // A region that is none, from which nothing follows: binding tells it at its own place.
        s3.remove("endpoint");
      }
    }
  }
}
