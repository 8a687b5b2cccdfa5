package io.kfaws.installation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;

/**
 * Profiles made whole: short forms written out, and what profiles have in common merged into each.
 * One look at each profile, so a configuration may have many.
 */
final class MergedProfiles {
  private static final String IDENTITY = "identity";
  private static final String ROLE_ARN = "roleArn";
  private static final String ROLE = "role";

  private MergedProfiles() {}

  /** Writes out what is short: {@code owner} and contributors as text, quantities as numbers. */
  static void writeOut(ObjectNode profile) {
    JsonNode owner = profile.path("owner");
    if (owner.isTextual()) {
      profile.putObject("owner").set("name", owner);
    }
    if (profile.path("contributors") instanceof ArrayNode contributors) {
      for (int i = 0; i < contributors.size(); i++) {
        JsonNode name = contributors.get(i);
        if (name.isTextual()) {
          contributors.set(i, contributors.objectNode().set("name", name));
        }
      }
    }
    for (Map.Entry<String, JsonNode> limit : profile.path("quota").properties()) {
      if (limit.getValue().isNumber()) {
        String text = limit.getValue().decimalValue().toPlainString();
        limit.setValue(profile.textNode(text));
      }
    }
  }

  /**
   * Merges what profiles have in common into one of them. Both are written out, and have their
   * owner's and contributors' defaults.
   */
  static void merge(ObjectNode profile, ObjectNode common) {
    ObjectNode inherited = common.deepCopy();
    if (inherited.path("contributors") instanceof ArrayNode contributors) {
      JsonNode owner = profile.path("owner");
      Iterator<JsonNode> each = contributors.elements();
      while (each.hasNext()) {
        if (isSame(each.next(), owner)) {
          each.remove(); // an owner may do all that a contributor may
        }
      }
    }
    JsonNode own = profile.path(IDENTITY);
    if (inherited.path(IDENTITY) instanceof ObjectNode identity) {
      if (own.has(ROLE_ARN)) {
        identity.remove(ROLE);
      }
      if (own.has(ROLE)) {
        identity.remove(ROLE_ARN);
      }
      if (own.has(ROLE) || own.has(ROLE_ARN)) {
        identity.remove("trustPolicy"); // the copy of another role's
      }
    }
    add(profile, inherited);
  }

  private static boolean isSame(JsonNode contributor, JsonNode owner) {
    return contributor.path("name").equals(owner.path("name"))
        && contributor.path("kind").equals(owner.path("kind"))
        && contributor.path("namespace").equals(owner.path("namespace"));
  }

  private static void add(ObjectNode own, ObjectNode inherited) {
    inherited
        .properties()
        .forEach(
            property -> {
              JsonNode value = property.getValue();
              JsonNode mine = own.path(property.getKey());
              if (mine.isMissingNode()) {
                own.set(property.getKey(), value);
              } else if (mine instanceof ObjectNode object && value instanceof ObjectNode more) {
                add(object, more);
              }
            });
  }
}
