package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * {@code | json}: a value with all that is in it, as JSON in one form: two spaces a level, one item
 * or entry a line, the order of the bindings, LF and none at the end. Scalars are as {@link
 * YamlFilter} writes them, so YAML readers take it for the same thing.
 */
final class JsonFilter {
  private static final String LEVEL = "  ";

  private JsonFilter() {}

  static String print(JsonNode value) {
    StringBuilder text = new StringBuilder();
    write(value, "\n", text);
    return text.toString();
  }

  /**
   * Writes a value.
   *
   * @param line the line break and indentation of the line that the value starts on
   */
  private static void write(JsonNode value, String line, StringBuilder text) {
    String separator = line + LEVEL;
    if (value.isContainerNode() && value.isEmpty()) {
      text.append(value.isObject() ? "{}" : "[]");
    } else if (value.isObject()) {
      text.append('{');
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        text.append(separator).append(YamlFilter.quoted(entry.getKey())).append(": ");
        write(entry.getValue(), line + LEVEL, text);
        separator = "," + line + LEVEL;
      }
      text.append(line).append('}');
    } else if (value.isArray()) {
      text.append('[');
      for (JsonNode item : value) {
        text.append(separator);
        write(item, line + LEVEL, text);
        separator = "," + line + LEVEL;
      }
      text.append(line).append(']');
    } else {
      text.append(YamlFilter.print(value));
    }
  }
}
