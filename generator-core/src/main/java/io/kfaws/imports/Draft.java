package io.kfaws.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kfaws.Location;
import io.kfaws.text.Document;
import io.kfaws.text.Places;
import io.kfaws.text.Walk;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration in the making, or a part of it: a tree of which every value knows what it was
 * made of. Not for use by several threads.
 */
final class Draft implements Places {
  private final ObjectNode tree = JsonNodeFactory.instance.objectNode();
  private final Map<JsonPointer, Location> origins = new HashMap<>();

  ObjectNode tree() {
    return tree;
  }

  boolean has(String path) {
    return !tree.at(Document.pointer(path)).isMissingNode();
  }

  String text(String path) {
    return tree.at(Document.pointer(path)).asText();
  }

  /** Sets a text by its path in the configuration. */
  void put(String path, String text, Location origin) {
    put(path, TextNode.valueOf(text), origin);
  }

  /** Sets a value by its path in the configuration. */
  void put(String path, JsonNode value, Location origin) {
    JsonPointer at = Document.pointer(path);
    ObjectNode parent = tree;
    JsonPointer rest = at;
    while (!rest.tail().matches()) {
      String name = rest.getMatchingProperty();
      parent = parent.path(name) instanceof ObjectNode child ? child : parent.putObject(name);
      rest = rest.tail();
    }
    parent.set(rest.getMatchingProperty(), value);
    origins.put(at, origin);
  }

  /** Takes a value out again. */
  void remove(String path) {
    JsonPointer at = Document.pointer(path);
    if (tree.at(at.head()) instanceof ObjectNode parent) {
      parent.remove(at.last().getMatchingProperty());
    }
  }

  /** Puts a subtree of a document in, with all its places. */
  void put(String path, Document document, JsonPointer from) {
    put(path, document.root().at(from).deepCopy(), document.at(from));
    JsonPointer to = Document.pointer(path);
    Walk.through(
        document.root().at(from),
        (below, node) -> origins.put(to.append(below), document.at(from.append(below))));
  }

  /** Adds an entry to a list of the configuration. */
  void add(String list, Draft entry, Location origin) {
    JsonPointer at = Document.pointer(list);
    if (!has(list)) {
      put(list, JsonNodeFactory.instance.arrayNode(), origin);
    }
    ArrayNode entries = (ArrayNode) tree.at(at);
    JsonPointer to = at.appendIndex(entries.size());
    entries.add(entry.tree);
    origins.put(to, origin);
    entry.origins.forEach((below, place) -> origins.put(to.append(below), place));
  }

  /** Takes entries of a list of the configuration out again, and the list with the last one. */
  void removeEntries(String list, Collection<Integer> indices) {
    JsonPointer at = Document.pointer(list);
    ArrayNode entries = (ArrayNode) tree.at(at);
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    Map<JsonPointer, Location> moved = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      JsonPointer from = at.appendIndex(i);
      JsonPointer to = at.appendIndex(kept.size());
      boolean isKept = !indices.contains(i);
      for (JsonPointer origin : List.copyOf(origins.keySet())) {
        if (origin.equals(from) || origin.toString().startsWith(from + "/")) {
          Location place = Optional.ofNullable(origins.remove(origin)).orElseThrow();
          if (isKept) {
            moved.put(
                JsonPointer.compile(to + origin.toString().substring(from.toString().length())),
                place);
          }
        }
      }
      if (isKept) {
        kept.add(entries.get(i));
      }
    }
    origins.putAll(moved);
    remove(list);
    if (!kept.isEmpty()) {
      tree.set(list, kept);
    }
  }

  /** Says what a value inside of one that was put was made of. */
  void origin(JsonPointer at, Location place) {
    origins.put(at, place);
  }

  @Override
  public Optional<Place> of(JsonPointer pointer) {
    return Optional.ofNullable(origins.get(pointer)).map(origin -> new Place(origin, origin));
  }

  @Override
  public Optional<Location> textOf(JsonPointer pointer) {
    return Optional.empty(); // the text is written anew
  }

  /** Whether a value was made of what is there. */
  boolean isMadeOf(Location place) {
    return origins.containsValue(place);
  }

  /** Where the first value was made of: what an entry is told by. */
  Location origin() {
    return origins.values().stream().sorted().findFirst().orElse(Location.of(""));
  }

  /** What the value at a pointer was made of, or the nearest one around it. */
  Optional<Location> origin(JsonPointer pointer) {
    JsonPointer at = pointer;
    while (at != null) {
      Optional<Location> origin = Optional.ofNullable(origins.get(at));
      if (origin.isPresent()) {
        return origin;
      }
      at = at.head();
    }
    return Optional.empty();
  }
}
