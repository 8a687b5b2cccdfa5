package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A branch of the bindings as Jinjava sees it: asking for a key that is not there is an error,
 * where Jinjava by itself would render nothing.
 */
final class StrictMap extends AbstractMap<String, Object> {
  private final Map<String, Object> entries;

  private StrictMap(Map<String, Object> entries) {
    this.entries = entries;
  }

  static StrictMap of(JsonNode object) {
    Map<String, Object> entries = new LinkedHashMap<>();
    object.properties().forEach(field -> entries.put(field.getKey(), value(field.getValue())));
    return new StrictMap(entries);
  }

  private static Object value(JsonNode node) {
    if (node.isObject()) {
      return of(node);
    }
    if (node.isArray()) {
      List<Object> items = new ArrayList<>();
      node.forEach(item -> items.add(value(item)));
      return List.copyOf(items);
    }
    if (node.isIntegralNumber()) {
      return node.bigIntegerValue();
    }
    if (node.isNumber()) {
      return node.decimalValue();
    }
    return node.isBoolean() ? (Object) node.booleanValue() : node.asText();
  }

  @Override
  public Object get(Object key) {
    Object value = entries.get(key);
    if (value == null) {
      throw new MissingValueException(String.valueOf(key));
    }
    return value;
  }

  @Override
  public boolean containsKey(Object key) {
    return entries.containsKey(key);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return entries.entrySet();
  }
}
