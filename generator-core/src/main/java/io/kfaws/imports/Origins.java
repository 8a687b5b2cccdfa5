package io.kfaws.imports;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.text.Document;
import io.kfaws.text.Walk;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * Tells findings about a configuration that is not written by the places that its values were read
 * from.
 *
 * @param draft the configuration, with these places
 * @param configuration the same configuration as it would be read
 */
record Origins(Draft draft, Document configuration) {

  List<Diagnostic> told(List<Diagnostic> findings) {
    Map<Location, JsonPointer> deepest = deepest();
    return findings.stream()
        .map(
            found ->
                new Diagnostic(
                    found.rule(),
                    found.severity(),
                    origin(deepest, found.location()),
                    found.path(),
                    found.message(),
                    found.hint()))
        .toList();
  }

  private Location origin(Map<Location, JsonPointer> deepest, Location at) {
    return Optional.ofNullable(deepest.get(at)).flatMap(draft::origin).orElse(at);
  }

  /**
   * The deepest value that stands at a place of the configuration is the one that a finding is
   * about.
   */
  private Map<Location, JsonPointer> deepest() {
    Comparator<JsonPointer> depth =
        Comparator.comparingInt((JsonPointer pointer) -> pointer.toString().length())
            .thenComparing(JsonPointer::toString);
    Map<Location, JsonPointer> deepest = new HashMap<>();
    Walk.through(
        configuration.root(),
        (pointer, node) -> {
          deepest.merge(configuration.keyAt(pointer), pointer, BinaryOperator.maxBy(depth));
          deepest.merge(configuration.at(pointer), pointer, BinaryOperator.maxBy(depth));
        });
    return deepest;
  }
}
