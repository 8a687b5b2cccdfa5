package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.schema.LeftToTrials;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import io.kfaws.text.Nearest;
import io.kfaws.text.Places;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What one validation has found, each with its place in the document. */
final class ExperimentFindings {
  private final Document document;
  private final List<String> unchecked;
  private final List<Diagnostic> found = new ArrayList<>();

  /**
   * Findings about a document.
   *
   * @param unchecked the rules that the webhook does not have
   */
  ExperimentFindings(Document document, List<String> unchecked) {
    this.document = document;
    this.unchecked = unchecked;
  }

  /** What Katib's webhook or the API server refuses. */
  void error(String rule, JsonPointer at, String message, String hint) {
    if (unchecked.contains(rule)) {
      warning(rule, at, message, hint);
      return;
    }
    found.add(Diagnostic.error(rule, place(at), Document.path(at), line(message), line(hint)));
  }

  /** What they let through, and what goes wrong later. */
  void warning(String rule, JsonPointer at, String message, String hint) {
    found.add(Diagnostic.warning(rule, place(at), Document.path(at), line(message), line(hint)));
  }

  /** The findings of a schema about a part of a trial's object, with their paths in the whole. */
  List<Diagnostic> form(Schemas schemas, String schema, JsonPointer at, JsonNode part) {
    Places.Assembly places = new Places.Assembly().put(JsonPointer.empty(), at, document.places());
    return schemas.validate(schema, new Document(document.source(), part, places)).stream()
        .map(finding -> finding.withPath(Document.path(Document.path(at), finding.path())))
        .filter(finding -> !LeftToTrials.isOne(finding))
        .toList();
  }

  /** Adds a finding of a schema under another rule, as a warning. */
  void warning(String rule, Diagnostic of, String message, String hint) {
    found.add(Diagnostic.warning(rule, of.location(), of.path(), line(message), line(hint)));
  }

  /** What repeats a text of the user's can have line breaks in it. */
  private static String line(String text) {
    return text.replace("\r", "\\r").replace("\n", "\\n");
  }

  /** Where the value is, or the key of the nearest mapping around it, if it is not there. */
  private Location place(JsonPointer at) {
    return document.places().of(at).isPresent() ? document.at(at) : document.keyAt(at);
  }

  /** All of it, sorted by place. */
  List<Diagnostic> all() {
    return found.stream().sorted().distinct().toList();
  }

  /**
   * A hint: "did you mean …?", or else all that could be meant.
   *
   * @param given what was written
   * @param candidates what could be meant
   * @param title what the candidates are
   */
  static String meant(String given, Collection<String> candidates, String title) {
    return Nearest.to(given, candidates)
        .map(word -> "did you mean " + word + "?")
        .orElseGet(
            () ->
                title
                    + ": "
                    + candidates.stream().distinct().sorted().collect(Collectors.joining(", ")));
  }
}
