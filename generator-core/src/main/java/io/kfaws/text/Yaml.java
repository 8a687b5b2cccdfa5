package io.kfaws.text;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
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
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
 * <p>What somebody else wrote is {@linkplain #readReceived read} with its aliases followed, as
 * Kubernetes' readers do.
 *
 * <p>Refused with their places: duplicate keys, aliases, tags, keys that are not text, scalars on
 * which readers differ, characters that kustomize does not carry, and nesting beyond {@value
 * #MAX_DEPTH} levels. The tree keeps every node's place. One pass over SnakeYAML's events; the
 * texts' size does not matter. A plain text, in which nothing can be refused, is read by {@link
 * PlainYaml}, and here only when somebody asks for a place.
 */
public final class Yaml {
  private static final int MAX_DEPTH = 100;
  private static final String SYNTAX = "yaml-syntax";

  /** Aliases of aliases grow without bounds: no manifest has as many nodes below its aliases. */
  private static final int MAX_REPEATED = 100_000;

  private final Source source;
  private final Location origin;
  private final Predicate<Diagnostic> matters;

  /**
   * Whether somebody else wrote it for Kubernetes: aliases are followed, and numbers are what
   * Kubernetes' own tools read.
   */
  private final boolean isReceived;

  private final List<Diagnostic> findings = new ArrayList<>();
  private final Lines lines;

  /** The way from the document's root to the node that is being read: names and indexes. */
  private final Deque<Object> way = new ArrayDeque<>();

  private WrittenPlaces.Builder places = new WrittenPlaces.Builder();
  private Iterator<Event> events = List.<Event>of().iterator();

  /** The nodes of this document that have an anchor, as they were read last. */
  private final Map<String, Anchored> anchors = new HashMap<>();

  /** How many nodes of this document stand in place of aliases. */
  private int repeated;

  /** A node that aliases may repeat, and its number. */
  private record Anchored(JsonNode tree, int node) {}

  private Yaml(Source source, Location origin, boolean isReceived) {
    this(source, origin, finding -> true, isReceived);
  }

  private Yaml(Source source, Location origin, Predicate<Diagnostic> matters, boolean isReceived) {
    this.source = source;
    this.origin = origin;
    this.matters = matters;
    this.isReceived = isReceived;
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
    Location start = new Location(source.name(), 1, 1);
    return read(source, start.toString(), () -> start, false);
  }

  /**
   * Reads the YAML that is a part of another text.
   *
   * @param origin where the part starts, so that findings name the outer file's lines
   * @throws KfawsException with all findings
   */
  public static List<Document> readInside(Source outer, Location origin, String text) {
    return readInside(outer, origin.toString(), () -> origin, text, false);
  }

  /**
   * Reads all documents of a text that somebody else wrote for Kubernetes: aliases are followed,
   * and numbers on which readers differ are what kubectl takes them for.
   *
   * @throws KfawsException with all findings
   */
  public static List<Document> readReceived(Source source) {
    Location start = new Location(source.name(), 1, 1);
    return read(source, start.toString(), () -> start, true);
  }

  /**
   * Reads the YAML that is inside a scalar of another document.
   *
   * @param name what the part is called by the recorder
   * @param origin where it starts; asked only where it matters
   * @param isReceived whether somebody else wrote it for Kubernetes
   */
  static List<Document> readInside(
      Source outer, String name, Supplier<Location> origin, String text, boolean isReceived) {
    return read(new Source(outer.name(), outer.path(), text), name, origin, isReceived);
  }

  /** Most texts are plain, and nobody asks for a place in them. */
  private static List<Document> read(
      Source source, String name, Supplier<Location> origin, boolean isReceived) {
    Optional<List<JsonNode>> plain = PlainYaml.read(source.text());
    if (plain.isEmpty()) {
      return readPlaced(source, origin.get(), isReceived);
    }
    TextRead.of(name);
    return LatePlaces.documents(
        source, plain.get(), () -> readPlaced(source, origin.get(), isReceived));
  }

  /** Reads a text, whatever it is like, with its places. */
  static List<Document> readPlaced(Source source, Location origin, boolean isReceived) {
    return new Yaml(source, origin, isReceived).documents();
  }

  private List<Document> documents() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    List<Document> documents = new ArrayList<>();
    TextRead.of(origin.toString());
    refuseConflict();
    try {
      // The parser is lazy, so scanner errors come out of the iterator.
      events =
          new org.yaml.snakeyaml.Yaml(options).parse(new StringReader(source.text())).iterator();
      while (events.hasNext()) {
        Event event = events.next();
        if (event instanceof DocumentStartEvent) {
          places = new WrittenPlaces.Builder();
          anchors.clear();
          repeated = 0;
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
      throw tooDeep(value);
    }
    refuseTags(event);
    JsonNode read = tree(event, node);
    places.end(node);
    if (event instanceof NodeEvent named && !(event instanceof AliasEvent)) {
      Optional.ofNullable(named.getAnchor())
          .ifPresent(anchor -> anchors.put(anchor, new Anchored(read, node)));
    }
    return read;
  }

  private JsonNode tree(Event event, int node) {
    if (event instanceof AliasEvent alias) {
      return alias(alias);
    }
    if (event instanceof MappingStartEvent) {
      return mapping(node);
    }
    if (event instanceof SequenceStartEvent) {
      return sequence();
    }
    return event instanceof ScalarEvent scalar ? scalar(scalar) : NullNode.getInstance();
  }

  /** What an alias stands for; nothing where that is a finding. */
  private JsonNode alias(AliasEvent alias) {
    Optional<Anchored> anchored = Optional.ofNullable(anchors.get(alias.getAnchor()));
    if (!isReceived || anchored.isEmpty()) {
      find(
          "yaml-alias",
          alias.getStartMark(),
          isReceived
              ? "no value before is called &" + alias.getAnchor()
              : "aliases (*" + alias.getAnchor() + ") are not followed",
          "write the value here");
      return NullNode.getInstance();
    }
    repeated += places.size(anchored.get().node());
    if (repeated > MAX_REPEATED) {
      throw new KfawsException(
          Diagnostic.error(
              "yaml-alias",
              place(alias.getStartMark()),
              "",
              "aliases up to here repeat more than " + MAX_REPEATED + " values",
              "write the values where they are needed"));
    }
    if (way.size() + depth(anchored.get().tree()) > MAX_DEPTH) {
      throw tooDeep(alias.getStartMark());
    }
    places.repeat(anchored.get().node());
    return anchored.get().tree();
  }

  private static int depth(JsonNode tree) {
    int below = -1;
    for (JsonNode child : tree) {
      below = Math.max(below, depth(child));
    }
    return below + 1;
  }

  private KfawsException tooDeep(Mark where) {
    return new KfawsException(
        Diagnostic.error(
            "too-deep", place(where), "", "nested more than " + MAX_DEPTH + " levels deep", ""));
  }

  private JsonNode child(Object name, @Nullable Mark key, Event event) {
    way.addLast(name);
    JsonNode child = node(event, key);
    way.removeLast();
    return child;
  }

  private ObjectNode mapping(int node) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    List<Merged> merged = new ArrayList<>();
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
      refuseTags(event);
      refuseUnreadable(scalar);
      JsonNode value = node(events.next(), key);
      if (duplicate) {
        places.takeBack(next);
        find(
            "duplicate-key",
            key,
            "the key occurs twice in one mapping",
            "the first one is in line " + firstLine(object, name, node) + "; keep one of them");
      } else if (isReceived && name.equals("<<") && scalar.isPlain() && isMerge(value)) {
        merged.add(new Merged(value, places.cut(next)));
      } else {
        object.set(name, value);
      }
      way.removeLast();
    }
    merged.forEach(merge -> merge(merge.tree, merge.cut, 0, object));
    return object;
  }

  /** What {@code <<} has in a mapping, whose nodes follow those of the mapping's own keys. */
  private record Merged(JsonNode tree, WrittenPlaces.Cut cut) {}

  private static boolean isMerge(JsonNode value) {
    boolean ofMappings = value.isArray();
    for (JsonNode item : value) {
      ofMappings &= item.isObject();
    }
    return value.isObject() || ofMappings;
  }

  /** A mapping's own keys win, and of several mappings the first. */
  private void merge(JsonNode tree, WrittenPlaces.Cut cut, int node, ObjectNode into) {
    int child = node + 1;
    for (JsonNode item : tree.isArray() ? tree : List.<JsonNode>of()) {
      merge(item, cut, child, into);
      child = cut.after(child);
    }
    for (Map.Entry<String, JsonNode> entry : tree.properties()) {
      if (!into.has(entry.getKey())) {
        into.set(entry.getKey(), entry.getValue());
        places.paste(cut, child);
      }
      child = cut.after(child);
    }
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
    if (isReceived && Scalars.isMode(text, way.peekLast())) {
      return IntNode.valueOf(Integer.parseInt(text, 8));
    }
    if (isReceived && Scalars.isGoNumber(text)) {
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

  private void refuseTags(Event event) {
    Mark where = event.getStartMark();
    if (event instanceof NodeEvent node && tagOf(node) != null) {
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
