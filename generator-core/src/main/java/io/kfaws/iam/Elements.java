package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.text.Document;
import io.kfaws.text.Formatted;
import io.kfaws.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The elements of a policy document, and what is wrong with them. */
final class Elements {
  /**
   * What a text looks like.
   *
   * @param form its form
   * @param words what it is, for the message
   * @param hint what would be right
   */
  record Shape(Pattern form, String words, String hint) {}

  private final Document document;
  private final List<Diagnostic> findings = new ArrayList<>();

  /** The keys that unknown ones were most likely meant to be. */
  private final Set<JsonPointer> meant = new HashSet<>();

  Elements(Document document) {
    this.document = document;
  }

  List<Diagnostic> findings() {
    return findings;
  }

  void find(String rule, JsonPointer at, String message, String hint) {
    findings.add(Diagnostic.error(rule, document.at(at), Document.path(at), message, hint));
  }

  void missing(JsonPointer at, String hint) {
    missing(List.of(at), hint);
  }

  /** One of several keys is missing, unless another was meant to be one: one slip, one finding. */
  void missing(List<JsonPointer> oneOf, String hint) {
    JsonPointer at = oneOf.get(0);
    if (oneOf.stream().noneMatch(meant::contains)) {
      Location around = document.keyAt(Optional.ofNullable(at.head()).orElse(at));
      findings.add(Diagnostic.error("missing-key", around, Document.path(at), "is missing", hint));
    }
  }

  void unknownKey(JsonPointer at, String key, Collection<String> known, String otherwise) {
    Optional.ofNullable(at.head())
        .ifPresent(
            parent -> Nearest.to(key, known).map(parent::appendProperty).ifPresent(meant::add));
    findings.add(
        Diagnostic.error(
            "unknown-key",
            document.keyAt(at),
            Document.path(at).replace("\n", "\\n"),
            "there is no such key here",
            Nearest.to(key, known).map(Elements::meant).orElse(otherwise)));
  }

  static String meant(String nearest) {
    return "did you mean " + nearest + "?";
  }

  boolean isMapping(JsonPointer at, JsonNode node, String expected, String hint) {
    if (!node.isObject()) {
      find("wrong-type", at, "is " + Formatted.kind(node) + "; " + expected + " is expected", hint);
    }
    return node.isObject();
  }

  /** IAM knows its keys in one writing only. */
  void onlyKeys(JsonPointer at, JsonNode node, List<String> known) {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                String all = "known keys: " + String.join(", ", known);
                unknownKey(at.appendProperty(key), key, known, all);
              }
            });
  }

  void atMostOne(JsonPointer at, JsonNode node, String key, String other) {
    if (node.has(key) && node.has(other)) {
      find(
          "not-allowed",
          at.appendProperty(other),
          "is given together with " + key,
          "a statement has one of them: write two statements");
    }
  }

  void oneOf(JsonPointer at, JsonNode node, String key, String other) {
    atMostOne(at, node, key, other);
    if (!node.has(key) && !node.has(other)) {
      missing(
          List.of(at.appendProperty(key), at.appendProperty(other)),
          "a statement names what it allows or denies");
    }
  }

  /** The text of a key that may be absent. */
  Optional<String> text(JsonPointer at, JsonNode node, String key, Shape shape) {
    JsonNode value = node.path(key);
    return value.isMissingNode() ? Optional.empty() : text(at.appendProperty(key), value, shape);
  }

  private Optional<String> text(JsonPointer at, JsonNode value, Shape shape) {
    if (!value.isTextual()) {
      find("wrong-type", at, "is " + Formatted.kind(value) + "; text is expected", shape.hint);
      return Optional.empty();
    }
    if (!shape.form.matcher(value.textValue()).matches()) {
      find("ill-formed", at, Formatted.value(value) + " is not " + shape.words, shape.hint);
      return Optional.empty();
    }
    return Optional.of(value.textValue());
  }

  /** The texts of a key that holds one or a list; none if it is absent. */
  List<String> list(JsonPointer parent, JsonNode node, String key, Shape shape) {
    JsonPointer at = parent.appendProperty(key);
    JsonNode value = node.path(key);
    List<String> texts = new ArrayList<>();
    if (value.isArray()) {
      notEmpty(at, value);
      for (int i = 0; i < value.size(); i++) {
        text(at.appendIndex(i), value.get(i), shape).ifPresent(texts::add);
      }
    } else if (!value.isMissingNode()) {
      text(at, value, shape).ifPresent(texts::add);
    }
    return texts;
  }

  /** The values of a condition key, as the text that IAM compares. */
  List<String> values(JsonPointer at, JsonNode value) {
    List<String> values = new ArrayList<>();
    if (value.isArray()) {
      notEmpty(at, value);
      for (int i = 0; i < value.size(); i++) {
        value(at.appendIndex(i), value.get(i), values);
      }
    } else {
      value(at, value, values);
    }
    return values;
  }

  private void value(JsonPointer at, JsonNode value, List<String> values) {
    if (value.isValueNode() && !value.isNull()) {
      values.add(value.asText());
    } else {
      find(
          "wrong-type",
          at,
          "is " + Formatted.kind(value) + "; text is expected",
          "write a text in quotes, or a list of texts");
    }
  }

  private void notEmpty(JsonPointer at, JsonNode list) {
    if (list.isEmpty()) {
      find("empty-list", at, "the list is empty", "name at least one, or drop the key");
    }
  }
}
