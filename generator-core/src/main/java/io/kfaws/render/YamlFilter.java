package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.YamlScalar;

/**
 * {@code | yaml}: a value as a scalar on one line that every YAML reader takes for the same thing.
 * Text has quotes if it needs them; numbers and booleans are bare. {@code | string} always has
 * quotes, and is as right in JSON.
 */
final class YamlFilter {
  private YamlFilter() {}

  static String print(JsonNode value) {
    String text = Filter.scalar(value);
    return value.isTextual() ? YamlScalar.of(text) : text;
  }

  /** The value as text, in double quotes. */
  static String printString(JsonNode value) {
    return YamlScalar.quoted(Filter.scalar(value));
  }
}
