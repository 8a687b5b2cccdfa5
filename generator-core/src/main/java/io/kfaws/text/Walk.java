package io.kfaws.text;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;

/** A walk through a tree, from its root to its leaves, in order. */
public final class Walk {
  private Walk() {}

  /** Shows every node, with its place. */
  public static void through(JsonNode root, BiConsumer<JsonPointer, JsonNode> visitor) {
    through(root, JsonPointer.empty(), visitor);
  }

  private static void through(
      JsonNode node, JsonPointer at, BiConsumer<JsonPointer, JsonNode> visitor) {
    visitor.accept(at, node);
    for (var member : node.properties()) {
      through(member.getValue(), at.appendProperty(member.getKey()), visitor);
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        through(node.get(i), at.appendIndex(i), visitor);
      }
    }
  }
}
