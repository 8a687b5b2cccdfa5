package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values that a file may name, by their first names. What is behind a name is shared, not
 * copied: a file for each of ten thousand items costs ten thousand small maps.
 *
 * @param named the values
 */
record Values(Map<String, JsonNode> named) implements Scope {
  /** Copies the map. */
  Values {
    named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
  }

  /** The branches of a tree, by their keys. */
  static Values of(JsonNode tree) {
    Map<String, JsonNode> named = new LinkedHashMap<>();
    tree.properties().forEach(branch -> named.put(branch.getKey(), branch.getValue()));
    return new Values(named);
  }

  /** These values and one more; it hides another of its name. */
  Values with(String name, JsonNode value) {
    Map<String, JsonNode> wider = new LinkedHashMap<>(named);
    wider.put(name, value);
    return new Values(wider);
  }

  @Override
  public Optional<JsonNode> value(String name) {
    return Optional.ofNullable(named.get(name));
  }

  @Override
  public Set<String> names() {
    return named.keySet();
  }
}
