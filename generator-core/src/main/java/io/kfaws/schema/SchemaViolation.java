package io.kfaws.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.text.Document;
import io.kfaws.text.Formatted;
import io.kfaws.text.Nearest;
import io.kfaws.text.Unfilled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One violated keyword of a schema, in the user's words.
 *
 * @param keyword the JSON Schema keyword
 * @param at the value that violates it
 * @param value that value
 * @param schema the schema object in which the keyword is, or that keys must meet; its {@code
 *     x-hint} says what would be right
 * @param property the property that a keyword about properties is about
 * @param known the property names that {@code schema} knows
 */
record SchemaViolation(
    String keyword,
    JsonPointer at,
    JsonNode value,
    JsonNode schema,
    Optional<String> property,
    Set<String> known) {

  /** The schemas' own keyword: what would be right, in the user's words. */
  static final String HINT = "x-hint";

  /** The schemas' own keyword: true where people paste a secret by mistake. */
  static final String PRIVATE = "x-private";

  /**
   * The schemas' own keyword, by the keyword that is violated: what becomes of a value that its
   * consumer takes all the same.
   */
  static final String WARNING = "x-warning";

  /** Whether it only repeats what a more precise finding says. */
  boolean isEcho() {
    // The validator compares the values of a mapping, too, which is one because a list is missing.
    boolean ofNoList = keyword.equals("uniqueItems") && !value.isArray();
    return ofNoList || Set.of("$ref", "then", "if").contains(keyword);
  }

  /** Whether it is about a key that its mapping does not know. */
  boolean isUnknownKey() {
    return keyword.equals("additionalProperties");
  }

  /**
   * Whether it misses the key that an unknown key of the same mapping was meant to be: one slip is
   * one finding.
   */
  boolean isExplainedBy(SchemaViolation other) {
    return keyword.equals("required") && property.isPresent() && property.equals(other.meant());
  }

  /** The key that an unknown one was most likely meant to be. */
  private Optional<String> meant() {
    return property.flatMap(name -> Nearest.to(name, known));
  }

  /**
   * What the consumer of a value does with it, if it does not refuse it. A key that cannot be shown
   * as it is was made to be overlooked, and is no slip.
   */
  Optional<String> warning() {
    boolean isShown = property.orElse("").chars().noneMatch(Character::isISOControl);
    return Optional.of(schema.path(WARNING).path(keyword).asText())
        .filter(warning -> !warning.isEmpty() && isShown);
  }

  /** The finding in a document that somebody else wrote. */
  Diagnostic diagnoseReceived(Document document) {
    Diagnostic found = diagnose(document);
    return warning()
        .map(
            it ->
                Diagnostic.warning(found.rule(), found.location(), found.path(), it, found.hint()))
        .orElse(found);
  }

  Diagnostic diagnose(Document document) {
    JsonPointer subject =
        switch (keyword) {
          case "additionalProperties", "required", "propertyNames", "dependentRequired" ->
              property.map(at::appendProperty).orElse(at);
          case "uniqueItems" -> at.appendIndex(repeated());
          default -> at;
        };
    Location place =
        switch (keyword) {
          case "additionalProperties", "propertyNames", "dependentRequired" ->
              document.keyAt(subject);
          case "required" -> document.keyAt(at);
          default -> document.at(subject);
        };
    return Diagnostic.error(rule(), place, Document.path(subject), message(), hint());
  }

  /** The first item that is before itself. */
  private int repeated() {
    List<JsonNode> seen = new ArrayList<>();
    for (JsonNode item : value) {
      if (seen.contains(item)) {
        return seen.size();
      }
      seen.add(item);
    }
    return 0;
  }

  /** What a key needs beside it and does not have. */
  private List<String> lacking() {
    List<String> lacking = new ArrayList<>();
    schema
        .path("dependentRequired")
        .path(property.orElse(""))
        .forEach(n -> lacking.add(n.asText()));
    lacking.removeIf(value::has);
    return lacking;
  }

  private String rule() {
    return switch (keyword) {
      case "additionalProperties" -> "unknown-key";
      case "propertyNames" -> "ill-formed-key";
      case "required" -> "missing-key";
      case "type" -> "wrong-type";
      case "enum", "const" -> "unknown-value";
      case "pattern", "minLength", "maxLength", "format" -> "ill-formed";
      case "minimum", "maximum" -> "out-of-range";
      case "uniqueItems" -> "duplicate-item";
      case "minItems" -> "empty-list";
      case "maxItems" -> "too-many-items";
      case "contains", "minContains" -> "missing-item";
      case "minProperties", "dependentRequired" -> "missing-key";
      // Such as maxProperties, oneOf, anyOf and not: what is there may not be there like this.
      default -> "not-allowed";
    };
  }

  private String message() {
    String given = isPrivate() ? "the value" : Formatted.value(value);
    return switch (keyword) {
      case "additionalProperties" -> "there is no such key here";
      case "required" -> "is missing";
      case "propertyNames" -> "is not " + title();
      case "dependentRequired" -> "does nothing without " + String.join(", ", lacking());
      case "type" ->
          value.isNull()
              ? "is empty; " + article(schema.path("type")) + " is expected"
              : "is "
                  + Formatted.kind(value)
                  + "; "
                  + article(schema.path("type"))
                  + " is expected";
      case "enum" -> given + " is not one of " + list(schema.path("enum"));
      case "const" -> given + " is not " + Formatted.value(schema.path("const"));
      case "pattern" -> given + " is not " + title();
      case "minLength", "maxLength" ->
          given + " has " + value.asText().length() + " characters; " + bounds("Length");
      case "minimum", "maximum" -> given + " is out of range; " + bounds("imum");
      case "uniqueItems" -> Formatted.value(value.get(repeated())) + " occurs twice in the list";
      case "minItems" -> "the list is empty";
      case "maxItems" -> "has " + value.size() + " items; " + bounds("Items");
      case "contains", "minContains" -> "an item is missing in the list";
      case "minProperties" ->
          known.isEmpty() ? "is empty" : "needs one of " + String.join(" and ", known);
      case "maxProperties" ->
          known.isEmpty()
              ? "has " + value.size() + " keys"
              : "only one of " + String.join(" and ", known) + " is allowed";
      default -> "is not allowed here";
    };
  }

  private String hint() {
    if (keyword.equals("additionalProperties")) {
      return meant()
          .map(nearest -> "did you mean " + nearest + "?")
          .orElse(known.isEmpty() ? "" : "known keys: " + String.join(", ", known));
    }
    if (keyword.equals("required")) {
      JsonNode missing = schema.path("properties").path(property.orElse(""));
      String about = missing.path("description").asText();
      return hintOf(missing).orElseGet(() -> about.isEmpty() ? hintOf(schema).orElse("") : about);
    }
    if (keyword.equals("enum") && value.isTextual()) {
      List<String> allowed = new ArrayList<>();
      schema.path("enum").forEach(item -> allowed.add(item.asText()));
      Optional<String> nearest = Nearest.to(value.asText(), allowed);
      if (nearest.isPresent()) {
        return "did you mean " + nearest.get() + "?";
      }
    }
    if (keyword.equals("type") && wantsText() && (value.isNumber() || value.isBoolean())) {
      return isPrivate() ? "write it in quotes" : Formatted.quotes(value.asText());
    }
    return Unfilled.hint(value.asText()).or(() -> hintOf(schema)).orElse("");
  }

  /** Whether no message may repeat the value. */
  private boolean isPrivate() {
    return schema.path(PRIVATE).asBoolean();
  }

  private boolean wantsText() {
    return schema.path("type").asText().equals("string");
  }

  private static Optional<String> hintOf(JsonNode schema) {
    return Optional.of(schema.path(HINT).asText()).filter(hint -> !hint.isEmpty());
  }

  private String title() {
    String title = schema.path("title").asText();
    return title.isEmpty() ? "of the form " + schema.path("pattern").asText() : "a valid " + title;
  }

  private String bounds(String suffix) {
    String min = schema.path("min" + suffix).asText();
    String max = schema.path("max" + suffix).asText();
    if (max.isEmpty()) {
      return "at least " + min + " expected";
    }
    return min.isEmpty() ? "at most " + max + " expected" : min + " to " + max + " expected";
  }

  private static String list(JsonNode items) {
    List<String> shown = new ArrayList<>();
    items.forEach(item -> shown.add(item.asText()));
    return String.join(", ", shown);
  }

  private static String article(JsonNode type) {
    return switch (type.asText()) {
      case "string" -> "text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "object" -> "a mapping";
      case "null" -> "nothing";
      default -> either(type);
    };
  }

  /** Several types, of which one is expected. */
  private static String either(JsonNode types) {
    List<String> words = new ArrayList<>();
    types.forEach(type -> words.add(article(type)));
    return String.join(" or ", words);
  }
}
