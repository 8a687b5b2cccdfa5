package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.List;

/** What one validation has found, each with its place in the document. */
final class Findings {
  private final Document document;
  private final List<Diagnostic> found = new ArrayList<>();

  Findings(Document document) {
    this.document = document;
  }

  /** What Katib's webhook or the API server refuses. */
  void error(String rule, JsonPointer at, String message, String hint) {
    found.add(Diagnostic.error(rule, place(at), Document.path(at), line(message), line(hint)));
  }

  /** What they let through, and what goes wrong later. */
  void warning(String rule, JsonPointer at, String message, String hint) {
    found.add(Diagnostic.warning(rule, place(at), Document.path(at), line(message), line(hint)));
  }

  /** What repeats a text of the user's can have line breaks in it. */
  private static String line(String text) {
    return text.replace("\r", "\\r").replace("\n", "\\n");
  }

  /** Where the value stands, or the key of the nearest mapping around it, if it is not there. */
  private Location place(JsonPointer at) {
    return document.places().of(at).isPresent() ? document.at(at) : document.keyAt(at);
  }

  /** All of it, sorted by place. */
  List<Diagnostic> all() {
    return found.stream().sorted().distinct().toList();
  }
}
