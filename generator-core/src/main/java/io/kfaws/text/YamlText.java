package io.kfaws.text;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A tree as block YAML. Text stays what it is: what a reader of any version of YAML could take for
 * something else, and all that has a meaning to Flux or Katib, is in double quotes with JSON's
 * escapes; text of several lines is a literal block where that keeps it exactly.
 */
public final class YamlText {
  /** Text that needs no quotes; what begins with a digit always gets them. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z/]([A-Za-z0-9 _./@:+=()-]*[A-Za-z0-9_./@+=()-])?");

  /** Words that some reader takes for a boolean or for nothing. */
  private static final Pattern WORD = Pattern.compile("(?i:y|n|yes|no|on|off|true|false|null)");

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
      text.append(word(member.getKey())).append(':');
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
      text.append(word(node.textValue()));
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

  private static String word(String word) {
    boolean plain =
        PLAIN.matcher(word).matches() && !word.contains(": ") && !WORD.matcher(word).matches();
    return plain ? word : quoted(word);
  }

  /** In double quotes; JSON leaves some characters bare that YAML does not print or breaks at. */
  private static String quoted(String word) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : JsonStringEncoder.getInstance().quoteAsString(word)) {
      if ((c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c > 0xFFFD) {
        String digits = Integer.toHexString(c);
        quoted.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
