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

  /** Whether all is on one line. */
  private final boolean isLine;

  private JsonText(boolean isLine) {
    this.isLine = isLine;
  }

  /** The tree on as many lines as it takes. */
  public static String of(JsonNode tree) {
    return new JsonText(false).written(tree);
  }

  /** The tree on one line. */
  public static String line(JsonNode tree) {
    return new JsonText(true).written(tree);
  }

  private String written(JsonNode tree) {
    write(tree, 0);
    return text.toString();
  }

  private void write(JsonNode value, int depth) {
    if (value.isContainerNode() && value.isEmpty()) {
      text.append(value.isObject() ? "{}" : "[]");
    } else if (value.isObject()) {
      text.append('{');
      boolean isFirst = true;
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        begin(isFirst, depth + 1);
        isFirst = false;
        text.append(YamlScalar.quoted(entry.getKey())).append(": ");
        write(entry.getValue(), depth + 1);
      }
      newLine(depth);
      text.append('}');
    } else if (value.isArray()) {
      text.append('[');
      for (int i = 0; i < value.size(); i++) {
        begin(i == 0, depth + 1);
        write(value.get(i), depth + 1);
      }
      newLine(depth);
      text.append(']');
    } else {
      text.append(value.isTextual() ? YamlScalar.quoted(value.textValue()) : value.asText());
    }
  }

  private void begin(boolean isFirst, int depth) {
    if (!isFirst) {
      text.append(isLine ? ", " : ",");
    }
    newLine(depth);
  }

  private void newLine(int depth) {
    if (!isLine) {
      text.append('\n').append("  ".repeat(depth));
    }
  }
}
