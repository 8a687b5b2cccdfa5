package io.kfaws.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Printable;

/** Values as messages show them: on one line, and no longer than a reader cares for. */
public final class Formatted {
  private static final int LONGEST = 80;

  private Formatted() {}

  /** What a value is, in the words of somebody who writes YAML: text, a number, a mapping. */
  public static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "text";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case ARRAY -> "a list";
      case OBJECT -> "a mapping";
      default -> "empty";
    };
  }

  /** A value itself, text in quotes; of a list or mapping, only that it is one. */
  public static String value(JsonNode value) {
    if (!value.isTextual()) {
      return value.isNumber() || value.isBoolean() ? shortened(value.asText()) : kind(value);
    }
    return "\"" + shortened(value.textValue()) + "\"";
  }

  /** How to write a value as text; a long one is not repeated. */
  public static String quotes(String value) {
    return value.length() > LONGEST
        ? "write it in quotes"
        : "write it in quotes: \"" + value + "\"";
  }

  static String shortened(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST - 3) + "..." : text;
    return Printable.line(start);
  }
}
