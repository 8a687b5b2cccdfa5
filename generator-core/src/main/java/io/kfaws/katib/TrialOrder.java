package io.kfaws.katib;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The keys of a trial's object in one order, whichever they were written in: first what people look
 * for first, then by the alphabet. Lists keep theirs.
 */
final class TrialOrder {
  private static final List<String> FIRST =
      List.of("apiVersion", "kind", "metadata", "name", "image", "command", "args");

  private static final Comparator<String> ORDER =
      Comparator.comparingInt(TrialOrder::rank).thenComparing(Comparator.naturalOrder());

  private TrialOrder() {}

  private static int rank(String key) {
    int index = FIRST.indexOf(key);
    return index < 0 ? FIRST.size() : index;
  }

  /** A copy with its keys in order. */
  static JsonNode of(JsonNode node) {
    if (node instanceof ObjectNode object) {
      Map<String, JsonNode> sorted = new TreeMap<>(ORDER);
      object.properties().forEach(entry -> sorted.put(entry.getKey(), of(entry.getValue())));
      ObjectNode ordered = object.objectNode();
      sorted.forEach(ordered::set);
      return ordered;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode items = array.arrayNode();
      array.forEach(item -> items.add(of(item)));
      return items;
    }
    return node;
  }
}
