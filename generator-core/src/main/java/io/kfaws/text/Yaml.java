package io.kfaws.text;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Source;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
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
 * which readers differ, characters that kustomize does not carry, and nesting beyond {@value
 * #MAX_DEPTH} levels. The tree keeps every node's place. One pass over SnakeYAML's events; the
 * texts' size does not matter.
 */
public final class Yaml {
  private static final int MAX_DEPTH = 100;
  private static final String SYNTAX = "yaml-syntax";

  private final Source source;
  private final Location origin;
  private final Predicate<Diagnostic> matters;

  /** Whether numbers are read as Kubernetes' own tools read them. */
  private final boolean asGo;

  private final List<Diagnostic> findings = new ArrayList<>();
  private final Lines lines;

  /** The way from the document's root to the node that is being read: names and indexes. */
  private final Deque<Object> way = new ArrayDeque<>();

  private WrittenPlaces.Builder places = new WrittenPlaces.Builder();
  private Iterator<Event> events = List.<Event>of().iterator();

  private Yaml(Source source, Location origin) {
    this(source, origin, finding -> true, false);
  }

  private Yaml(Source source, Location origin, Predicate<Diagnostic> matters, boolean asGo) {
    this.source = source;
    this.origin = origin;
    this.matters = matters;
    this.asGo = asGo;
    this.lines = Lines.of(source.text(), origin);
  }

  /**
   * Reads a text that must hold exactly one document.
   *
   * @throws KfawsException with all findings
   */
  public static Document read(Source source) {
    return single(source, readAll(source));
  }

  /**
   * The document of a text that must hold exactly one.
   *
   * @param documents what the text holds
   * @throws KfawsException if they are none or several
   */
  public static Document single(Source source, List<Document> documents) {
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
    Yaml yaml = new Yaml(source, new Location(source.name(), 1, 1), matters, false);
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
   * Reads all documents of a file that somebody else wrote for Kubernetes: numbers on which readers
   * differ are what kubectl takes them for.
   *
   * @throws KfawsException with all findings
   */
  public static List<Document> readManifests(Source source) {
    Location start = new Location(source.name(), 1, 1);
    return new Yaml(source, start, finding -> true, true).documents();
  }

  /**
   * Reads the YAML that is inside a scalar of another document.
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
    TextRead.of(origin);
    refuseConflict();
    try {
      // The parser is lazy, so scanner errors come out of the iterator.
      events =
          new org.yaml.snakeyaml.Yaml(options).parse(new StringReader(source.text())).iterator();
      while (events.hasNext()) {
        Event event = events.next();
        if (event instanceof DocumentStartEvent) {
          places = new WrittenPlaces.Builder();
          JsonNode root = node(events.next(), null);
          documents.add(new Document(source, root, places.build(root, lines)));
        }
      }
    } catch (MarkedYAMLException e) {
      findings.add(
          Diagnostic.error(
              SYNTAX,
              place(e.getProblemMark()),
              "",
              "not YAML: " + oneLine(e),
              unfilled(e.getProblemMark()).orElseGet(() -> context(e))));
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
                      "merge-conflict",
                      new Location(source.name(), origin.line() + line - 1, 1),
                      "",
                      "holds both sides of a merge that git could not finish",
                      "keep what is right of the two, and remove the lines with <<<<<<<, ======="
                          + " and >>>>>>>"));
            });
  }

  private JsonNode node(Event event, @Nullable Mark key) {
    Mark value = event.getStartMark();
    int node = places.begin((key == null ? value : key).getIndex(), value.getIndex());
    if (way.size() > MAX_DEPTH) {
      throw new KfawsException(
          Diagnostic.error(
              "too-deep", place(value), "", "nested more than " + MAX_DEPTH + " levels deep", ""));
    }
    refuseAnchorsAndTags(event);
    JsonNode read = NullNode.getInstance(); // an alias, which is a finding already
    if (event instanceof MappingStartEvent) {
      read = mapping(node);
    } else if (event instanceof SequenceStartEvent) {
      read = sequence();
    } else if (event instanceof ScalarEvent scalar) {
      read = scalar(scalar);
    }
    places.end(node);
    return read;
  }

  private JsonNode child(Object name, @Nullable Mark key, Event event) {
    way.addLast(name);
    JsonNode child = node(event, key);
    way.removeLast();
    return child;
  }

  private ObjectNode mapping(int node) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Event event = events.next(); !event.is(Event.ID.MappingEnd); event = events.next()) {
      Mark key = event.getStartMark();
      int next = places.next();
      if (!(event instanceof ScalarEvent scalar)) {
        String hint = "write a name followed by \":\"";
        find("key-not-text", key, "a key must be text", unfilled(key).orElse(hint));
        child("?", key, event);
        child("?", key, events.next());
        places.takeBack(next);
        continue;
      }
      String name = scalar.getValue();
      boolean duplicate = object.has(name);
      way.addLast(name);
      refuseAnchorsAndTags(event);
      refuseUnreadable(scalar);
      JsonNode value = node(events.next(), key);
      if (duplicate) {
        places.takeBack(next);
        find(
            "duplicate-key",
            key,
            "the key occurs twice in one mapping",
            "the first one is in line " + firstLine(object, name, node) + "; keep one of them");
      } else {
        object.set(name, value);
      }
      way.removeLast();
    }
    return object;
  }

  /** The line of a key of a mapping that is being read. */
  private int firstLine(ObjectNode mapping, String name, int node) {
    int child = node + 1;
    for (Iterator<String> names = mapping.fieldNames(); !names.next().equals(name); ) {
      child = places.after(child);
    }
    return lines.at(places.key(child)).line();
  }

  private ArrayNode sequence() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Event event = events.next(); !event.is(Event.ID.SequenceEnd); event = events.next()) {
      array.add(child(array.size(), null, event));
    }
    return array;
  }

  private JsonNode scalar(ScalarEvent scalar) {
    String text = scalar.getValue();
    refuseUnreadable(scalar);
    if (!scalar.isPlain()) {
      return TextNode.valueOf(text);
    }
    if (Scalars.isTooLong(text)) {
      find(
          "ambiguous-scalar",
          scalar.getStartMark(),
          "has " + text.length() + " digits, and YAML readers differ on what that is",
          "a number has at most " + Scalars.LONGEST + " digits; write a longer text in quotes");
      return TextNode.valueOf(text);
    }
    if (asGo && Scalars.isGoNumber(text)) {
      return Scalars.goNumber(text);
    }
    if (Scalars.isAmbiguous(text)) {
      find(
          "ambiguous-scalar",
          scalar.getStartMark(),
          "YAML readers differ on whether the unquoted " + text + " is text, a number or a boolean",
          Scalars.meant(text)
              .map(value -> "write " + value + ", or \"" + text + "\" where text is meant")
              .orElseGet(() -> Formatted.quotes(text)));
      return TextNode.valueOf(text);
    }
    return Scalars.plain(text);
  }

  private void refuseUnreadable(ScalarEvent scalar) {
    String text = scalar.getValue();
    Optional<Unreadable> flaw = Unreadable.in(text);
    if (flaw.isEmpty()
        && scalar.getScalarStyle() == DumperOptions.ScalarStyle.DOUBLE_QUOTED
        && text.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
      flaw = Unreadable.asWritten(written(scalar));
    }
    flaw.ifPresent(it -> find(Unreadable.RULE, scalar.getStartMark(), it.message(), it.hint()));
  }

  private String written(ScalarEvent scalar) {
    int start = lines.index(scalar.getStartMark().getIndex());
    return source.text().substring(start, lines.index(scalar.getEndMark().getIndex()));
  }

  private void refuseAnchorsAndTags(Event event) {
    Mark where = event.getStartMark();
    if (event instanceof AliasEvent alias) {
      find(
          "yaml-alias",
          where,
          "aliases (*" + alias.getAnchor() + ") are not followed",
          "write the value here");
    } else if (event instanceof NodeEvent node && tagOf(node) != null) {
      find("yaml-tag", where, "tags (" + shown(node) + ") are not allowed", "remove the tag");
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

  private void find(String rule, Mark where, String message, String hint) {
    JsonPointer at = JsonPointer.empty();
    for (Object name : way) {
      at = name instanceof Integer index ? at.appendIndex(index) : at.appendProperty((String) name);
    }
    findings.add(Diagnostic.error(rule, place(where), Document.path(at), message, hint));
  }

  /** A template is rarely YAML before it is filled in. */
  private Optional<String> unfilled(Mark mark) {
    return Unfilled.hint(lines.body(mark.getLine()));
  }

  private Location place(Mark mark) {
    return lines.at(mark.getIndex());
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
