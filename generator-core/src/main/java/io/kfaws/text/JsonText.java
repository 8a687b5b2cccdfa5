package io.kfaws.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A tree as JSON in one form: two spaces a level and one item or entry a line, or all on one line;
 * the order of the tree, LF and none at the end. Scalars are as {@link YamlScalar#quoted} writes
 * them, so YAML readers take it for the same thing.
 */
public final class JsonText {
  private final StringBuilder text = new StringBuilder();
  private final String level;

  private JsonText(String level) {
    this.level = level;
  }

  /** The tree on as many lines as it takes. */
  public static String of(JsonNode tree) {
    return new JsonText("  ").written(tree, "\n");
  }

  /** The tree on one line. */
  public static String line(JsonNode tree) {
    return new JsonText("").written(tree, "");
  }

  private String written(JsonNode tree, String line) {
    write(tree, line);
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
        text.append(separator).append(YamlScalar.quoted(entry.getKey())).append(": ");
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
      text.append(value.isTextual() ? YamlScalar.quoted(value.textValue()) : value.asText());
    }
  }

  private String next(String line) {
    return line.isEmpty() ? ", " : "," + line + level;
  }
}
