package io.kfaws.text;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A walk through a tree, from its root to its leaves, in order. */
public final class Walk {
  private Walk() {}

  /**
   * The items of a sequence, or the values of a mapping; none of anything else.
   *
   * <p>Jackson says so itself from 2.19 on, which who embeds the library need not have.
   */
  public static Stream<JsonNode> values(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  /** The keys of a mapping, sorted; none of anything else. */
  public static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

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
