package io.kfaws.text;

import com.fasterxml.jackson.databind.JsonNode;

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
      return value.isNumber() || value.isBoolean() ? value.asText() : kind(value);
    }
    String text = value.textValue().replaceAll("\\R", "\\\\n");
    return "\"" + (text.length() > LONGEST ? text.substring(0, LONGEST - 3) + "..." : text) + "\"";
  }
}
