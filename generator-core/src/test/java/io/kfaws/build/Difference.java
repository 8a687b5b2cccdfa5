package io.kfaws.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.prove.Objects;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How two versions of an object differ, as a set of {@code path: name}: the entry of this name at
 * this path is changed, added or removed. Entries of lists that have names go by name, a variable
 * of an environment is one thing, and a text that is a document, as some of ConfigMaps are, is what
 * it says.
 */
final class Difference {
  private final NavigableSet<String> fields = new TreeSet<>();

  private Difference() {}

  static NavigableSet<String> between(JsonNode before, JsonNode after) {
    Difference difference = new Difference();
    difference.compare("", before, after);
    return difference.fields;
  }

  private void compare(String path, JsonNode before, JsonNode after) {
    Map<String, JsonNode> old = entries(before).orElseGet(Map::of);
    Map<String, JsonNode> now = entries(after).orElseGet(Map::of);
    NavigableSet<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      JsonNode one = old.getOrDefault(name, Case.NOTHING);
      JsonNode other = now.getOrDefault(name, Case.NOTHING);
      if (one.equals(other)) {
        continue;
      }
      if (comparable(document(one), document(other)) && !path.endsWith(".env")) {
        compare(child(path, before, name), document(one), document(other));
      } else {
        fields.add(path + ": " + name);
      }
    }
  }

  /** The mapping that a text is; any other node is what it is. */
  private static JsonNode document(JsonNode node) {
    if (!node.isTextual()) {
      return node;
    }
    try {
      JsonNode document = Objects.parse(node.asText());
      return document.isObject() ? document : node;
    } catch (IllegalArgumentException e) {
      return node; // a text that is no YAML is no document
    }
  }

  private static boolean comparable(JsonNode one, JsonNode other) {
    return one.getNodeType() == other.getNodeType()
        && entries(one).isPresent()
        && entries(other).isPresent();
  }

  private static String child(String path, JsonNode parent, String name) {
    if (parent.isArray()) {
      return path + "[" + name + "]";
    }
    return path.isEmpty() ? name : path + "." + name;
  }

  /** What can be compared by name: a map, or a list whose entries have names of their own. */
  private static Optional<Map<String, JsonNode>> entries(JsonNode node) {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    if (node.isObject()) {
      for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        entries.put(name, node.path(name));
      }
      return Optional.of(entries);
    }
    node.forEach(entry -> entries.put(entry.path("name").asText(), entry));
    boolean named = entries.size() == node.size() && !entries.containsKey("");
    return node.isArray() && named && !node.isEmpty() ? Optional.of(entries) : Optional.empty();
  }
}
