package io.kfaws.imports;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.Location;
import java.util.Comparator;
import java.util.List;

/**
 * Tells findings about a wish that is not written by the places that its values were read from.
 *
 * @param draft the wish, with these places
 * @param wish the same wish as it would be read
 */
record Origins(Draft draft, Document wish) {

  List<Diagnostic> told(List<Diagnostic> findings) {
    return findings.stream()
        .map(
            found ->
                new Diagnostic(
                    found.rule(),
                    found.severity(),
                    origin(found.location()),
                    found.path(),
                    found.message(),
                    found.hint()))
        .toList();
  }

  /** The deepest value that stands at a place of the wish is the one that a finding is about. */
  private Location origin(Location at) {
    return wish.places().entrySet().stream()
        .filter(entry -> entry.getValue().key().equals(at) || entry.getValue().value().equals(at))
        .map(entry -> entry.getKey())
        .max(
            Comparator.comparingInt((JsonPointer pointer) -> pointer.toString().length())
                .thenComparing(JsonPointer::toString))
        .flatMap(draft::origin)
        .orElse(at);
  }
}
