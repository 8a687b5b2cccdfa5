package io.kfaws.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A tree as block YAML. Text is a {@link YamlScalar}; text of several lines is a literal block
 * where that keeps it exactly.
 */
public final class YamlText {
  /** A line that a literal block keeps: printable, without white space at its end. */
  private static final Pattern LINE = Pattern.compile("([ -~]*[!-~])?");

  private final StringBuilder text = new StringBuilder();

  private YamlText() {}

  /** The tree's YAML; lines end with LF, the last one too. */
  public static String of(JsonNode tree) {
    YamlText yaml = new YamlText();
    if (isBlock(tree)) {
      yaml.block(tree, 0);
    } else {
      yaml.scalar(tree, 0);
    }
    return yaml.text.toString();
  }

  private static boolean isBlock(JsonNode node) {
    return node.isContainerNode() && !node.isEmpty();
  }

  private void block(JsonNode node, int indent) {
    for (var member : node.properties()) {
      begin(indent);
      text.append(YamlScalar.of(member.getKey())).append(':');
      if (isBlock(member.getValue())) {
        text.append('\n');
        block(member.getValue(), indent + 2);
      } else {
        text.append(' ');
        scalar(member.getValue(), indent + 2);
      }
    }
    for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
      begin(indent);
      text.append("- ");
      if (isBlock(item)) {
        block(item, indent + 2);
      } else {
        scalar(item, indent + 2);
      }
    }
  }

  /** A new line's indentation; none where the line goes on after the dash of a list's item. */
  private void begin(int indent) {
    boolean afterDash = text.length() > 0 && text.charAt(text.length() - 1) == ' ';
    text.append(" ".repeat(afterDash ? 0 : indent));
  }

  private void scalar(JsonNode node, int indent) {
    if (node.isTextual() && isLiteral(node.textValue())) {
      literal(node.textValue(), indent);
      return;
    }
    if (node.isContainerNode()) {
      text.append(node.isObject() ? "{}" : "[]");
    } else if (node.isTextual()) {
      text.append(YamlScalar.of(node.textValue()));
    } else {
      text.append(node.isNumber() ? Numbers.text(node.decimalValue()) : node.asText());
    }
    text.append('\n');
  }

  /**
   * Whether a literal block keeps the text: several lines, the first not indented, no blank end.
   */
  private static boolean isLiteral(String value) {
    return value.indexOf('\n') > 0
        && value.charAt(0) > ' '
        && !value.endsWith("\n\n")
        && value.indexOf('\r') < 0
        && value.lines().allMatch(line -> LINE.matcher(line).matches());
  }

  private void literal(String value, int indent) {
    text.append(value.endsWith("\n") ? "|\n" : "|-\n");
    value
        .lines()
        .forEach(line -> text.append(" ".repeat(line.isEmpty() ? 0 : indent) + line + "\n"));
  }
}
