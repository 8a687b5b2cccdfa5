package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.Document.Place;
import java.util.Map;
import java.util.Optional;

/** What stands in one document, told as a part of another. */
final class Moved {
  private Moved() {}

  /** Puts the places of a part where that part is to be. */
  static void places(
      Document outer, JsonPointer from, JsonPointer to, Map<JsonPointer, Place> places) {
    Walk.through(
        outer.root().at(from),
        (at, node) ->
            Optional.ofNullable(outer.places().get(from.append(at)))
                .ifPresent(place -> places.put(to.append(at), place)));
  }

  /** A path below another. */
  static String under(String prefix, String path) {
    String separator = prefix.isEmpty() || path.isEmpty() || path.startsWith("[") ? "" : ".";
    return prefix + separator + path;
  }

  /** The same finding under another path. */
  static Diagnostic told(Diagnostic found, String path) {
    return new Diagnostic(
        found.rule(), found.severity(), found.location(), path, found.message(), found.hint());
  }
}
