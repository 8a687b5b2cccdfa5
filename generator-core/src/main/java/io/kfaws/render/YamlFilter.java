package io.kfaws.render;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * {@code | yaml}: a value as a scalar on one line that every YAML and JSON reader takes for the
 * same thing. Text is in double quotes with JSON's escapes, so it is as right inside a block scalar
 * that holds YAML or JSON; numbers and booleans are bare.
 */
final class YamlFilter {
  private YamlFilter() {}

  static String print(JsonNode value) {
    String text = Filter.scalar(value);
    return value.isTextual() ? quoted(text) : text;
  }

  /** Text in double quotes. */
  static String quoted(String text) {
    // JSON leaves DEL, the C1 controls and the Unicode line separators as they are; YAML does not
    // print the first two and takes the last for line breaks.
    StringBuilder quoted = new StringBuilder("\"");
    String json = new String(JsonStringEncoder.getInstance().quoteAsString(text));
    json.chars()
        .forEach(
            c -> {
              if ((c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                quoted.append("\\u").append(hex(c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }

  private static String hex(int c) {
    String digits = Integer.toHexString(c);
    return "0".repeat(4 - digits.length()) + digits;
  }
}
