package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.JsonText;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a value is written, so that it is what it was to whoever reads the file. A filter is a pure
 * function of the value; it throws {@link ValueException} for one that has no form with it.
 */
enum Filter {
  /** A scalar of YAML, on one line. */
  YAML,
  /** Text in double quotes, on one line: a scalar of JSON, or of JSON inside of YAML. */
  STRING,
  /** The rest of a line {@code KEY=value}. */
  ENV,
  /** One word of a shell's line, without quotes. */
  WORD,
  /**
   * Anything, sections and lists with all that is in them, as JSON on as many lines as it takes.
   */
  JSON,
  /** The same on one line: JSON Lines. */
  JSONL,
  /** A tree as block YAML, or a list of trees as documents. */
  MANIFEST;

  /** The filters' names as a pattern takes them. */
  static String anyName() {
    return Arrays.stream(values()).map(Filter::written).collect(Collectors.joining("|"));
  }

  /** The filter of this name, as a template writes it. */
  static Filter named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Whether what it writes has lines of its own, so that nothing else can stand on its line. */
  boolean standsAlone() {
    return this == JSON || this == JSONL || this == MANIFEST;
  }

  String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  String print(JsonNode value) {
    return switch (this) {
      case YAML -> YamlFilter.print(value);
      case STRING -> YamlFilter.printString(value);
      case ENV -> EnvFilter.print(value);
      case WORD -> WordFilter.print(value);
      case JSON -> JsonText.of(value);
      case JSONL -> JsonText.line(value);
      case MANIFEST -> ManifestFilter.print(value);
    };
  }

  /**
   * The text of one value.
   *
   * @throws ValueException if it is more than one: Java's own form of it would come out
   */
  static String scalar(JsonNode value) {
    if (value.isObject()) {
      throw new ValueException(
          "a section is no value",
          "name one of the keys in it, or write it whole with | json or | manifest");
    }
    if (value.isArray()) {
      throw new ValueException(
          "a list is no value", "loop over its items, or write it whole with | json or | manifest");
    }
    return value.asText();
  }
}
