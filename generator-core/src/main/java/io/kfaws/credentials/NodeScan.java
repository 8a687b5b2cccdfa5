package io.kfaws.credentials;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the credentials of a tree: keys that are one, values that hold one, values under the name
 * of one, be it a key or the {@code name} beside a {@code value}, and what a Secret holds.
 */
final class NodeScan {
  private static final String VALUE = "value";

  /**
   * A credential in a tree.
   *
   * @param at the value's place; the mapping's that has the key, if the key is one
   * @param key the key that is one; such a key is in no path
   * @param offset where in the value's text it starts
   * @param message what is said of it
   */
  record Found(JsonPointer at, Optional<String> key, int offset, String message) {}

  private final Place place;
  private final List<String> path = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();

  private NodeScan(Place place) {
    this.place = place;
  }

  /** All credentials in the order in which they stand. */
  static List<Found> scan(JsonNode root, Place place) {
    NodeScan scan = new NodeScan(place);
    scan.node(root);
    return scan.found;
  }

  private void node(JsonNode node) {
    if (place == Place.FILE && node.path("kind").asText().equals("Secret")) {
      secret(node); // also one in a list
    } else if (node.isObject()) {
      String name = node.path("name").isTextual() ? node.path("name").asText() : "";
      for (Map.Entry<String, JsonNode> property : node.properties()) {
        String key = property.getKey();
        boolean named = key.equals(VALUE) && !name.isEmpty();
        property(key, named ? name : key, property.getValue());
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        path.add(Integer.toString(i));
        boolean isFlags = i > 0 && node.get(i - 1).isTextual() && node.get(i).isTextual();
        if (!isFlags || !flag(node.get(i - 1).textValue(), node.get(i).textValue())) {
          node(node.get(i));
        }
        path.remove(path.size() - 1);
      }
    } else if (node.isTextual()) {
      text(node.textValue());
    }
  }

  private void property(String key, String name, JsonNode value) {
    List<Hit> inKey = TextScan.scan(key);
    if (!inKey.isEmpty()) {
      found.add(new Found(pointer(), Optional.of(key), 0, inKey.get(0).what().inKey()));
      return;
    }
    path.add(key);
    if (!value.isValueNode()) {
      node(value);
    } else if (place == Place.CONFIGURATION && FieldName.isRefused(name)) {
      found.add(
          new Found(pointer(), Optional.empty(), 0, "secrets do not pass through a configuration"));
    } else if (!(value.isTextual() && text(value.textValue()))) {
      named(name, value);
    }
    path.remove(path.size() - 1);
  }

  /** What a value's name says of it; a boolean and an empty one are never a credential. */
  private void named(String name, JsonNode value) {
    if (value.isTextual() || value.isNumber()) {
      FieldName.of(name).validate(value.asText()).ifPresent(what -> add(what, 0));
    }
  }

  /** Whether an argument is the value of the flag before it: {@code --password}, {@code x}. */
  private boolean flag(String flag, String value) {
    if (!flag.startsWith("--") || value.startsWith("-") || !TextScan.scan(value).isEmpty()) {
      return false;
    }
    Optional<Credential> what = FieldName.of(flag.substring(2)).validate(value);
    what.ifPresent(found -> add(found, 0));
    return what.isPresent();
  }

  /** Whether a text holds credentials: each is a finding of its own. */
  private boolean text(String text) {
    List<Hit> hits = TextScan.scan(text);
    hits.forEach(hit -> add(hit.what(), hit.start()));
    return !hits.isEmpty();
  }

  private void add(Credential what, int offset) {
    found.add(new Found(pointer(), Optional.empty(), offset, what.inValue()));
  }

  /** A Secret's values are credentials, unless they are empty. */
  private void secret(JsonNode root) {
    for (Map.Entry<String, JsonNode> property : root.properties()) {
      String key = property.getKey();
      if (property.getValue().isObject() && (key.equals("data") || key.equals("stringData"))) {
        path.add(key);
        for (Map.Entry<String, JsonNode> entry : property.getValue().properties()) {
          value(entry.getKey(), entry.getValue(), key.equals("data"));
        }
        path.remove(path.size() - 1);
      } else {
        property(key, key, property.getValue());
      }
    }
  }

  private void value(String key, JsonNode value, boolean encoded) {
    String text = value.asText();
    if (!TextScan.scan(key).isEmpty() || !value.isValueNode() || text.isEmpty()) {
      property(key, key, value);
      return;
    }
    String plain = encoded ? Base64Text.decoded(text).orElse(text) : text;
    List<Hit> hits = TextScan.scan(plain);
    path.add(key);
    add(hits.isEmpty() ? Credential.SECRET_VALUE : hits.get(0).what(), 0);
    path.remove(path.size() - 1);
  }

  private JsonPointer pointer() {
    JsonPointer pointer = JsonPointer.empty();
    for (String name : path) {
      pointer = pointer.appendProperty(name);
    }
    return pointer;
  }
}
