package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.aws.Wildcards;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy and the document that it is in.
 *
 * @param name what the role calls it
 * @param document its text, with places
 * @param policy what it says
 */
public record PolicyFile(String name, Document document, Policy policy) {
  private static final JsonPointer STATEMENT = JsonPointer.compile("/Statement");

  /** A value and where it is. */
  record Value(String text, JsonPointer at) {
    /** Whether there is a wildcard in it. */
    boolean isPattern() {
      return new Wildcards(text).isPattern();
    }
  }

  /** A statement and where it is. */
  record Placed(Statement statement, JsonPointer at) {}

  /** The document's name. */
  String file() {
    return document.source().name();
  }

  /** How many characters AWS counts of it as it is written, white space left out. */
  int written() {
    return document.root().toString().length();
  }

  /** The statements with their places; a document may hold one without a list around it. */
  List<Placed> statements() {
    boolean isList = document.root().at(STATEMENT).isArray();
    List<Placed> placed = new ArrayList<>();
    for (Statement statement : policy.statements()) {
      placed.add(new Placed(statement, isList ? STATEMENT.appendIndex(placed.size()) : STATEMENT));
    }
    return placed;
  }

  /** The values at a pointer, one or a list, with their places; none if there is nothing. */
  List<Value> values(JsonPointer at) {
    JsonNode node = document.root().at(at);
    List<Value> values = new ArrayList<>();
    if (node.isValueNode()) {
      values.add(new Value(node.asText(), at));
    }
    for (JsonNode item : node) {
      values.add(new Value(item.asText(), at.appendIndex(values.size())));
    }
    return values;
  }

  /** A finding about the document as a whole. */
  Diagnostic error(String rule, String message, String hint) {
    return Diagnostic.error(rule, Location.of(file()), "", message, hint);
  }

  Diagnostic error(String rule, JsonPointer at, String message, String hint) {
    return Diagnostic.error(rule, document.at(at), path(at), message, hint);
  }

  Diagnostic warning(String rule, JsonPointer at, String message, String hint) {
    return Diagnostic.warning(rule, document.at(at), path(at), message, hint);
  }

  private static String path(JsonPointer at) {
    return Words.oneLine(Document.path(at));
  }
}
