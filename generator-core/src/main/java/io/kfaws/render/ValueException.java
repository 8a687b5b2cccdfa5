package io.kfaws.render;

import io.kfaws.Diagnostic;
import io.kfaws.Location;

/** A template or a component names a value that is not there, or has no form where it is named. */
final class ValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String hint;

  /**
   * A value that cannot be had.
   *
   * @param problem what is wrong, one line
   * @param hint what would be right, one line
   */
  ValueException(String problem, String hint) {
    super(problem);
    this.problem = problem;
    this.hint = hint;
  }

  /**
   * The finding.
   *
   * @param path the key that names the value, or empty
   */
  Diagnostic at(Location place, String path) {
    return Diagnostic.error("template-value", place, path, problem, hint);
  }
}
