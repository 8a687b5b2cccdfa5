package io.kfaws.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON as what reads it does (RFC 8259): YAML's reader would take comments, single quotes and
 * missing ones, which AWS refuses, and refuse {@code \/}, which is an escape of JSON. The tree
 * keeps every node's place.
 */
public final class JsonReader {
  private static final int MAX_DEPTH = 100;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(Scalars.LONGEST)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final Source source;
  private final JsonParser parser;
  private final Lines lines;
  private final List<Diagnostic> findings = new ArrayList<>();
  private WrittenPlaces.Builder places = new WrittenPlaces.Builder();

  /** A token that was met before, as an index in the text and in code points. */
  private int index;

  private int distance;

  private JsonReader(Source source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
    this.lines = Lines.of(source.text(), new Location(source.name(), 1, 1));
  }

  /** Whether a file is JSON by its name, or a policy that looks like it. */
  public static boolean isJson(Source source) {
    String text = source.text();
    boolean policy = text.stripLeading().startsWith("{") && text.contains("Statement");
    return (source.name().endsWith(".json") || policy) && MergeConflict.firstLine(text).isEmpty();
  }

  /**
   * Reads all values of a text, mostly one.
   *
   * @throws KfawsException with all findings
   */
  public static List<Document> readAll(Source source) {
    TextRead.of(new Location(source.name(), 1, 1).toString());
    try (JsonParser parser = JSON.createParser(source.text())) {
      try {
        return new JsonReader(source, parser).documents();
      } catch (JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        throw new KfawsException(refused(source, e, at == null ? parser.currentLocation() : at));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }

  private static Diagnostic refused(Source source, JsonProcessingException e, JsonLocation at) {
    String problem =
        e.getOriginalMessage()
            .replaceAll(" ?\\((?:code \\d+|not recogni[sz]ed as one[^)]*)\\)", "");
    int line = Math.max(at.getLineNr(), 1);
    String written = source.text().lines().skip(line - 1L).findFirst().orElse("");
    return Diagnostic.error(
        "json-syntax",
        new Location(source.name(), line, Math.max(at.getColumnNr(), 1)),
        "",
        "not JSON: " + Formatted.shortened(problem.strip()),
        Unfilled.hint(written)
            .orElse("JSON has double quotes alone, no comment, and no comma after the last item"));
  }

  private List<Document> documents() throws IOException {
    List<Document> documents = new ArrayList<>();
    while (parser.nextToken() != null) {
      places = new WrittenPlaces.Builder();
      int start = start();
      JsonNode root = value(JsonPointer.empty(), start);
      documents.add(new Document(source, root, places.build(root, lines)));
    }
    KfawsException.throwIfErrors(findings);
    return documents;
  }

  private JsonNode value(JsonPointer at, int key) throws IOException {
    int start = start();
    int node = places.begin(key, start);
    JsonNode value =
        switch (parser.currentToken()) {
          case START_OBJECT -> object(at);
          case START_ARRAY -> array(at);
          case VALUE_STRING -> text(at, start);
          case VALUE_NUMBER_INT -> Scalars.plain(parser.getText());
          case VALUE_NUMBER_FLOAT -> DecimalNode.valueOf(parser.getDecimalValue());
          case VALUE_TRUE, VALUE_FALSE -> BooleanNode.valueOf(parser.getBooleanValue());
          default -> NullNode.getInstance();
        };
    places.end(node);
    return value;
  }

  private ObjectNode object(JsonPointer at) throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int key = start();
      int next = places.next();
      JsonPointer child = at.appendProperty(name);
      parser.nextToken();
      JsonNode value = value(child, key);
      if (object.has(name)) {
        places.takeBack(next);
        find(
            "duplicate-key", key, child, "the key occurs twice in one mapping", "keep one of them");
      } else {
        object.set(name, value);
      }
    }
    return object;
  }

  private ArrayNode array(JsonPointer at) throws IOException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(at.appendIndex(array.size()), start()));
    }
    return array;
  }

  private JsonNode text(JsonPointer at, int start) throws IOException {
    String text = parser.getText();
    Unreadable.in(text)
        .ifPresent(flaw -> find(Unreadable.RULE, start, at, flaw.message(), flaw.hint()));
    return TextNode.valueOf(text);
  }

  /** Where the current token starts, in code points; tokens come in their order. */
  private int start() {
    int here = (int) parser.currentTokenLocation().getCharOffset();
    distance += source.text().codePointCount(index, here);
    index = here;
    return distance;
  }

  private void find(String rule, int start, JsonPointer at, String message, String hint) {
    findings.add(Diagnostic.error(rule, lines.at(start), Document.path(at), message, hint));
  }
}
