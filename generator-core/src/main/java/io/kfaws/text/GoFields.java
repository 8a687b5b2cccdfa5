package io.kfaws.text;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Location;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A document as a program in Go decodes it into its types: a key names a field in any letter case,
 * and of two keys that name one field the last one in the order of their bytes counts, for the YAML
 * is made JSON with sorted keys first; null is absent (Go, {@code encoding/json};
 * sigs.k8s.io/yaml).
 *
 * @param document the tree under the fields' own names, each node with the place where it is
 *     written
 * @param renamed where a key is written in other letters than its field: the field, and the key as
 *     it is written
 */
public record GoFields(Document document, SortedMap<JsonPointer, String> renamed) {
  /** By text: pointers have no order of their own. */
  private static SortedMap<JsonPointer, String> byText() {
    return new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
  }

  /**
   * Decodes a document.
   *
   * @param fields the names of the fields, at whatever depth they are; other keys stay as they are
   */
  public static GoFields of(Document document, Collection<String> fields) {
    Map<String, String> known = new HashMap<>();
    fields.forEach(field -> known.put(folded(field), field));
    Decoding decoding = new Decoding(known, new HashMap<>(), byText());
    JsonNode root = decoding.copy(document.root(), JsonPointer.empty(), JsonPointer.empty());
    Places places = new Moved(decoding.written, document.places());
    return new GoFields(new Document(document.source(), root, places), decoding.renamed);
  }

  private static String folded(String key) {
    return key.toLowerCase(Locale.ROOT);
  }

  private record Moved(Map<JsonPointer, JsonPointer> written, Places places) implements Places {
    @Override
    public Optional<Place> of(JsonPointer pointer) {
      return Optional.ofNullable(written.get(pointer)).flatMap(places::of);
    }

    @Override
    public Optional<Location> textOf(JsonPointer pointer) {
      return Optional.ofNullable(written.get(pointer)).flatMap(places::textOf);
    }
  }

  private record Decoding(
      Map<String, String> known,
      Map<JsonPointer, JsonPointer> written,
      SortedMap<JsonPointer, String> renamed) {

    JsonNode copy(JsonNode node, JsonPointer to, JsonPointer from) {
      written.put(to, from);
      if (node instanceof ArrayNode list) {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < list.size(); i++) {
          copy.add(copy(list.get(i), to.appendIndex(i), from.appendIndex(i)));
        }
        return copy;
      }
      return node instanceof ObjectNode object ? object(object, to, from) : node;
    }

    private ObjectNode object(ObjectNode object, JsonPointer to, JsonPointer from) {
      SortedMap<String, String> last = new TreeMap<>(); // the key that counts, by field
      new TreeMap<>(keys(object)).forEach((key, field) -> last.put(field, key));
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      for (var entry : object.properties()) {
        String field = known.getOrDefault(folded(entry.getKey()), entry.getKey());
        if (entry.getKey().equals(last.get(field))) {
          JsonPointer at = to.appendProperty(field);
          copy.set(field, copy(entry.getValue(), at, from.appendProperty(entry.getKey())));
          if (!field.equals(entry.getKey())) {
            renamed.put(at, entry.getKey());
          }
        }
      }
      return copy;
    }

    private Map<String, String> keys(ObjectNode object) {
      Map<String, String> keys = new HashMap<>();
      for (var entry : object.properties()) {
        if (!entry.getValue().isNull()) { // null changes nothing, whatever another key has set
          keys.put(entry.getKey(), known.getOrDefault(folded(entry.getKey()), entry.getKey()));
        }
      }
      return keys;
    }
  }
}
