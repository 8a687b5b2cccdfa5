package io.kfaws.text;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Reads YAML strictly: what two readers could take for two things is a finding, not a guess.
 *
 * <p>Refused with their places: duplicate keys, aliases, tags, keys that are not text, scalars on
 * which readers differ, and nesting beyond {@value #MAX_DEPTH} levels. The tree keeps every node's
 * place. One pass over SnakeYAML's events; the texts' size does not matter.
 */
public final class Yaml {
  private static final int MAX_DEPTH = 100;
  private static final String SYNTAX = "yaml-syntax";

  private final Source source;
  private final Location origin;
  private final Predicate<Diagnostic> matters;
  private final List<Diagnostic> findings = new ArrayList<>();
  private Map<JsonPointer, Document.Place> places = new HashMap<>();
  private Iterator<Event> events = List.<Event>of().iterator();

  private Yaml(Source source, Location origin) {
    this(source, origin, finding -> true);
  }

  private Yaml(Source source, Location origin, Predicate<Diagnostic> matters) {
    this.source = source;
    this.origin = origin;
    this.matters = matters;
  }

  /**
   * Reads a text that must hold exactly one document.
   *
   * @throws KfawsException with all findings
   */
  public static Document read(Source source) {
    List<Document> documents = readAll(source);
    if (documents.size() > 1) {
      throw new KfawsException(
          Diagnostic.error(
              "several-documents",
              documents.get(1).at(JsonPointer.empty()),
              "",
              "a second YAML document starts here",
              "one file holds one document: remove the \"---\" and what follows"));
    }
    if (documents.isEmpty() || documents.get(0).root().isNull()) {
      throw new KfawsException(
          Diagnostic.error("empty-file", Location.of(source.name()), "", "the file is empty", ""));
    }
    return documents.get(0);
  }

  /**
   * Reads the first document of a text of which one key alone matters: what readers could differ on
   * elsewhere is not told, and an alias there is nothing.
   *
   * @param key the key at the root
   * @return the document; absent if the text is empty
   * @throws KfawsException if it is no YAML, or with all findings below the key
   */
  public static Optional<Document> readFor(String key, Source source) {
    Predicate<Diagnostic> matters =
        finding ->
            finding.rule().equals(SYNTAX) || finding.path().split("[.\\[]", 2)[0].equals(key);
    Yaml yaml = new Yaml(source, new Location(source.name(), 1, 1), matters);
    return yaml.documents().stream().findFirst().filter(document -> !document.root().isNull());
  }

  /**
   * Reads all documents of a text.
   *
   * @throws KfawsException with all findings
   */
  public static List<Document> readAll(Source source) {
    return new Yaml(source, new Location(source.name(), 1, 1)).documents();
  }

  /**
   * Reads the YAML that stands inside a scalar of another document.
   *
   * @param origin where the scalar's text starts, so that findings name the outer file's lines
   * @throws KfawsException with all findings
   */
  public static List<Document> readInside(Source outer, Location origin, String text) {
    return new Yaml(new Source(outer.name(), outer.path(), text), origin).documents();
  }

  private List<Document> documents() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    List<Document> documents = new ArrayList<>();
    refuseConflict();
    try {
      // The parser is lazy, so scanner errors come out of the iterator.
      events =
          new org.yaml.snakeyaml.Yaml(options).parse(new StringReader(source.text())).iterator();
      while (events.hasNext()) {
        Event event = events.next();
        if (event instanceof DocumentStartEvent) {
          places = new HashMap<>();
          JsonNode root = node(events.next(), JsonPointer.empty(), null, 0);
          documents.add(new Document(source, root, places));
        }
      }
    } catch (MarkedYAMLException e) {
      findings.add(
          Diagnostic.error(
              SYNTAX, place(e.getProblemMark()), "", "not YAML: " + oneLine(e), context(e)));
    } catch (YAMLException e) {
      // A character that YAML does not allow: the reader knows no mark.
      findings.add(
          Diagnostic.error(SYNTAX, Location.of(source.name()), "", "not YAML: " + oneLine(e), ""));
    }
    KfawsException.throwIfErrors(findings.stream().filter(matters).toList());
    return documents;
  }

  /** Told alone: what follows from the markers would be told in words of YAML. */
  private void refuseConflict() {
    MergeConflict.firstLine(source.text())
        .ifPresent(
            line -> {
              throw new KfawsException(
                  Diagnostic.error(
                      "unmerged",
                      new Location(source.name(), origin.line() + line - 1, 1),
                      "",
                      "holds both sides of a merge that git could not finish",
                      "keep what is right of the two, and remove the lines with <<<<<<<, ======="
                          + " and >>>>>>>"));
            });
  }

  private JsonNode node(Event event, JsonPointer at, @Nullable Location key, int depth) {
    Location value = place(event.getStartMark());
    places.put(at, new Document.Place(key == null ? value : key, value));
    if (depth > MAX_DEPTH) {
      throw new KfawsException(
          Diagnostic.error(
              "too-deep", value, "", "nested more than " + MAX_DEPTH + " levels deep", ""));
    }
    refuseAnchorsAndTags(event, at, value);
    if (event instanceof MappingStartEvent) {
      return mapping(at, depth);
    }
    if (event instanceof SequenceStartEvent) {
      return sequence(at, depth);
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar, at, value);
    }
    return NullNode.getInstance(); // an alias, which is a finding already
  }

  private ObjectNode mapping(JsonPointer at, int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Event event = events.next(); !event.is(Event.ID.MappingEnd); event = events.next()) {
      Location key = place(event.getStartMark());
      if (!(event instanceof ScalarEvent scalar)) {
        find("key-not-text", key, at, "a key must be text", "write a name followed by \":\"");
        node(event, at.appendProperty("?"), key, depth + 1);
        node(events.next(), at.appendProperty("?"), key, depth + 1);
        continue;
      }
      JsonPointer child = at.appendProperty(scalar.getValue());
      refuseAnchorsAndTags(event, child, key);
      boolean duplicate = object.has(scalar.getValue());
      Location first =
          duplicate ? places.getOrDefault(child, new Document.Place(key, key)).key() : key;
      JsonNode value = node(events.next(), child, key, depth + 1);
      if (duplicate) {
        find(
            "duplicate-key",
            key,
            child,
            "the key stands twice in one mapping",
            "the first one stands in line " + first.line() + "; keep one of them");
      } else {
        object.set(scalar.getValue(), value);
      }
    }
    return object;
  }

  private ArrayNode sequence(JsonPointer at, int depth) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Event event = events.next(); !event.is(Event.ID.SequenceEnd); event = events.next()) {
      array.add(node(event, at.appendIndex(array.size()), null, depth + 1));
    }
    return array;
  }

  private JsonNode scalar(ScalarEvent scalar, JsonPointer at, Location value) {
    String text = scalar.getValue();
    if (!scalar.isPlain()) {
      return TextNode.valueOf(text);
    }
    if (Scalars.isAmbiguous(text)) {
      find(
          "ambiguous-scalar",
          value,
          at,
          "YAML readers differ on whether the unquoted " + text + " is text, a number or a boolean",
          "write it in quotes: \"" + text + "\"");
      return TextNode.valueOf(text);
    }
    return Scalars.plain(text);
  }

  private void refuseAnchorsAndTags(Event event, JsonPointer at, Location where) {
    if (event instanceof AliasEvent alias) {
      find(
          "yaml-alias",
          where,
          at,
          "aliases (*" + alias.getAnchor() + ") are not followed",
          "write the value here");
    } else if (event instanceof NodeEvent node && tagOf(node) != null) {
      find("yaml-tag", where, at, "tags (" + shown(node) + ") are not allowed", "remove the tag");
    }
  }

  /** A tag as people write it: {@code !!str} for YAML's own. */
  private static String shown(NodeEvent event) {
    return String.valueOf(tagOf(event)).replace("tag:yaml.org,2002:", "!!");
  }

  private static @Nullable String tagOf(NodeEvent event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag();
    }
    if (event instanceof MappingStartEvent mapping) {
      return mapping.getTag();
    }
    return event instanceof SequenceStartEvent sequence ? sequence.getTag() : null;
  }

  private void find(String rule, Location where, JsonPointer at, String message, String hint) {
    findings.add(Diagnostic.error(rule, where, Document.path(at), message, hint));
  }

  /** The origin's column is the indentation of the block scalar that holds the text. */
  private Location place(Mark mark) {
    int column = mark.getColumn() + origin.column();
    return new Location(source.name(), mark.getLine() + origin.line(), column);
  }

  /** What was being read, since an open quote or brace shows only where the text makes no sense. */
  private String context(MarkedYAMLException e) {
    if ("while scanning an alias".equals(e.getContext())) {
      return "YAML takes * for the name of an alias: write it in quotes, \"*\"";
    }
    if (e.getContext() == null || e.getContextMark() == null) {
      return "";
    }
    String line = "line " + place(e.getContextMark()).line();
    return Ellipsis.hint(source.text(), e.getContextMark().getLine(), line)
        .orElse(e.getContext() + " that begins in " + line);
  }

  private static String oneLine(YAMLException e) {
    String problem = e instanceof MarkedYAMLException m ? m.getProblem() : e.getMessage();
    return String.valueOf(problem).replaceAll("\\s*\\R\\s*", " ").strip();
  }
}
