package io.kfaws.imports;

import io.kfaws.text.Diagnostic;
import io.kfaws.text.KfawsException;
import io.kfaws.text.Location;
import java.util.ArrayList;
import java.util.List;

/** What is said of one import; not for use by several threads. */
final class Notes {
  private final List<Diagnostic> findings = new ArrayList<>();

  /** Something stays behind. */
  void left(Location at, String path, String message, String hint) {
    findings.add(Diagnostic.warning("not-carried", at, path, message, hint));
  }

  /** Something is not filled in, as it comes from its makers. */
  void placeholder(Location at, String path, String message, String hint) {
    findings.add(Diagnostic.warning("placeholder", at, path, message, hint));
  }

  /** Something is carried over, and worth a look. */
  void look(String rule, Location at, String path, String message, String hint) {
    findings.add(Diagnostic.warning(rule, at, path, message, hint));
  }

  /** Another room's findings about what is not carried over, so they keep nothing from going on. */
  void asWarnings(List<Diagnostic> errors) {
    errors.forEach(
        error ->
            findings.add(
                Diagnostic.warning(
                    error.rule(), error.location(), error.path(), error.message(), error.hint())));
  }

  /** Something keeps the wish from being written. */
  void error(String rule, Location at, String path, String message, String hint) {
    findings.add(Diagnostic.error(rule, at, path, message, hint));
  }

  /**
   * There is nothing to write.
   *
   * @throws KfawsException with this and all warnings so far; what else is missing does not matter
   */
  void nothing(Location at, String message, String hint) {
    findings.removeIf(Diagnostic::isError);
    error("nothing-found", at, "", message, hint);
    warnings();
  }

  /**
   * All warnings, sorted.
   *
   * @throws KfawsException with all of them, if one is an error
   */
  List<Diagnostic> warnings() {
    return KfawsException.throwIfErrors(findings.stream().distinct().toList());
  }
}
