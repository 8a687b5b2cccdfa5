package io.kfaws;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The envelope of a stage's findings: thrown once, with all of them, when at least one is an error.
 */
public final class KfawsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  // The findings are records of strings; they are not part of the serial form.
  private final transient List<Diagnostic> diagnostics;

  /**
   * Wraps findings in the order of their places.
   *
   * @throws IllegalArgumentException if none of them is an error
   */
  public KfawsException(List<Diagnostic> diagnostics) {
    super(
        diagnostics.stream().sorted().map(Diagnostic::toString).collect(Collectors.joining("\n")));
    if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
      throw new IllegalArgumentException("no error among the findings");
    }
    this.diagnostics = diagnostics.stream().sorted().toList();
  }

  /** Wraps one finding. */
  public KfawsException(Diagnostic diagnostic) {
    this(List.of(diagnostic));
  }

  /** The findings, sorted by place. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Throws when {@code diagnostics} holds an error; returns the warnings otherwise. */
  public static List<Diagnostic> throwIfErrors(List<Diagnostic> diagnostics) {
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      throw new KfawsException(diagnostics);
    }
    return diagnostics.stream().sorted().toList();
  }
}
