package io.kfaws.credentials;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Source;
import io.kfaws.text.Document;
import io.kfaws.text.JsonReader;
import io.kfaws.text.Yaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds credentials that were pasted where names belong. Runs before anything else looks at the
 * values, so that no other finding repeats one; its own findings tell places and never values, not
 * even in the path where a key is one.
 *
 * <p>Thread-safe; there is no state.
 */
public final class Credentials {
  private static final String RULE = "credential";

  private Credentials() {}

  /**
   * Reads one document and validates it.
   *
   * @throws KfawsException with all credentials, or else with all findings of strict YAML
   */
  public static Document read(Source source, Place place) {
    return readAll(source, place, () -> List.of(Yaml.read(source))).get(0);
  }

  /**
   * Reads all documents of a file that somebody else wrote for Kubernetes, and validates them:
   * aliases are followed, and JSON is read as JSON.
   *
   * @throws KfawsException with all credentials, or else with all other findings
   */
  public static List<Document> readReceived(Source source, Place place) {
    return readAll(
        source,
        place,
        () -> JsonReader.isJson(source) ? JsonReader.readAll(source) : Yaml.readReceived(source));
  }

  private static List<Document> readAll(
      Source source, Place place, Supplier<List<Document>> reading) {
    List<Document> documents;
    try {
      documents = reading.get();
    } catch (KfawsException e) {
      // What is wrong with YAML is told in its own words, and one of them may be a credential.
      KfawsException.throwIfErrors(inText(source, place));
      throw e;
    }
    KfawsException.throwIfErrors(inFile(source, place, documents));
    return documents;
  }

  /** All credentials of a file of YAML or JSON, those in its comments too, sorted by place. */
  public static List<Diagnostic> inFile(Source source, Place place, List<Document> documents) {
    List<Diagnostic> findings = new ArrayList<>();
    documents.forEach(document -> findings.addAll(inTree(document.root(), place, document)));
    return with(inText(source, place), findings);
  }

  /**
   * All credentials of a tree, sorted by place.
   *
   * @param document where the tree is from
   */
  public static List<Diagnostic> inTree(JsonNode root, Place place, Document document) {
    // A text may hold thousands, and is looked through once for all of them.
    Map<JsonPointer, IntFunction<Location>> texts = new HashMap<>();
    return NodeScan.scan(root, place).stream()
        .map(one -> finding(document, one, texts, place))
        .distinct()
        .sorted()
        .toList();
  }

  /** All credentials of a text without a tree, sorted by place. */
  public static List<Diagnostic> inText(Source source, Place place) {
    List<Diagnostic> findings = new ArrayList<>();
    int line = 1;
    int start = 0;
    for (Hit hit : TextScan.scan(source.text())) {
      int end = source.text().indexOf('\n', start);
      for (; end >= 0 && end < hit.start(); end = source.text().indexOf('\n', start)) {
        start = end + 1;
        line++;
      }
      Location at = new Location(source.name(), line, hit.start() - start + 1);
      findings.add(error(at, "", hit.what().inText(), place));
    }
    return findings;
  }

  /**
   * What is under a name in a file that has no tree: a line {@code NAME=value}.
   *
   * @param at where the value starts
   */
  public static List<Diagnostic> inValue(String name, String value, Location at) {
    return TextScan.scan(value).stream()
        .map(Hit::what)
        .findFirst()
        .or(() -> FieldName.of(name).validate(value))
        .map(
            what ->
                error(at, TextScan.scan(name).isEmpty() ? name : "", what.inValue(), Place.FILE))
        .stream()
        .toList();
  }

  /** Whether a text holds a credential that its own form tells. */
  public static boolean isIn(String text) {
    return TextScan.scan(text).stream().anyMatch(hit -> hit.what().hasForm());
  }

  /** The findings of a tree, and those of its text on lines of which the tree said nothing. */
  public static List<Diagnostic> with(List<Diagnostic> text, List<Diagnostic> tree) {
    List<Diagnostic> all = new ArrayList<>(tree);
    Set<Location> told = tree.stream().map(Credentials::line).collect(Collectors.toSet());
    text.stream().filter(one -> !told.contains(line(one))).forEach(all::add);
    return all.stream().distinct().sorted().toList();
  }

  private static Location line(Diagnostic finding) {
    return new Location(finding.location().source(), finding.location().line(), 0);
  }

  private static Diagnostic finding(
      Document document,
      NodeScan.Found found,
      Map<JsonPointer, IntFunction<Location>> texts,
      Place place) {
    // The path would repeat a key that is a credential, so the finding is its parent's.
    Location at =
        found
            .key()
            .map(key -> document.keyAt(found.at().appendProperty(key)))
            .orElseGet(
                () ->
                    texts.computeIfAbsent(found.at(), document::characters).apply(found.offset()));
    return error(at, Document.path(found.at()), found.message(), place);
  }

  private static Diagnostic error(Location at, String path, String message, Place place) {
    return Diagnostic.error(RULE, at, path, message, place.hint());
  }
}
