package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * {@code | json}: a value with all that is in it, as JSON in one form: two spaces a level, one item
 * or entry a line, the order of the bindings, LF and none at the end. Scalars are as {@link
 * YamlFilter} writes them, so YAML readers take it for the same thing. {@code | jsonl} is the same
 * on one line.
 */
final class JsonFilter {
  private final StringBuilder text = new StringBuilder();
  private final String level;

  private JsonFilter(String level) {
    this.level = level;
  }

  static String print(JsonNode value) {
    return new JsonFilter("  ").written(value, "\n");
  }

  static String printLine(JsonNode value) {
    return new JsonFilter("").written(value, "");
  }

  private String written(JsonNode value, String line) {
    write(value, line);
    return text.toString();
  }

  /**
   * Writes a value.
   *
   * @param line the line break and indentation of the line that the value starts on; empty: all is
   *     on one line
   */
  private void write(JsonNode value, String line) {
    if (value.isContainerNode() && value.isEmpty()) {
      text.append(value.isObject() ? "{}" : "[]");
    } else if (value.isObject()) {
      String separator = "{" + line + level;
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        text.append(separator).append(YamlFilter.quoted(entry.getKey())).append(": ");
        write(entry.getValue(), line + level);
        separator = next(line);
      }
      text.append(line).append('}');
    } else if (value.isArray()) {
      String separator = "[" + line + level;
      for (JsonNode item : value) {
        text.append(separator);
        write(item, line + level);
        separator = next(line);
      }
      text.append(line).append(']');
    } else {
      text.append(YamlFilter.print(value));
    }
  }

  private String next(String line) {
    return line.isEmpty() ? ", " : "," + line + level;
  }
}
