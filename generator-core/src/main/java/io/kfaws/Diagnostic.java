package io.kfaws;

import java.util.Comparator;
import java.util.Locale;

/**
 * A finding: where, on which key, what is wrong, and what would be right.
 *
 * @param rule the rule's stable id in kebab case, for example {@code unknown-key}
 * @param severity whether it stops the run
 * @param location where it is
 * @param path the key's path in the user's words ({@code rds.secretName}, {@code overlays[0]}), or
 *     empty where the finding is about the whole source
 * @param message what is wrong, one line, without a full stop at its end
 * @param hint what would be right, one line, or empty
 */
public record Diagnostic(
    String rule, Severity severity, Location location, String path, String message, String hint)
    implements Comparable<Diagnostic> {

  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::location)
          .thenComparing(Diagnostic::path)
          .thenComparing(Diagnostic::rule)
          .thenComparing(Diagnostic::message)
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::hint);

  /**
   * Guards what printing relies on: a kebab-case id, and path, message and hint of one line each,
   * whatever is quoted in them ({@link Printable}).
   */
  public Diagnostic {
    if (!rule.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not a rule id: " + rule);
    }
    if (message.isBlank()) {
      throw new IllegalArgumentException("a finding without a message: " + rule);
    }
    path = Printable.line(path);
    message = Printable.line(message);
    hint = Printable.line(hint);
  }

  /** An error with a hint. */
  public static Diagnostic error(
      String rule, Location location, String path, String message, String hint) {
    return new Diagnostic(rule, Severity.ERROR, location, path, message, hint);
  }

  /** A warning with a hint. */
  public static Diagnostic warning(
      String rule, Location location, String path, String message, String hint) {
    return new Diagnostic(rule, Severity.WARNING, location, path, message, hint);
  }

  /** The same finding under another path, where what it is about is a part of something else. */
  public Diagnostic withPath(String other) {
    return new Diagnostic(rule, severity, location, other, message, hint);
  }

  /** Whether this finding stops the run. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }

  /**
   * {@code file:line:col: error: path: message [rule]}, and the hint on a line of its own.
   *
   * <p>Lines end with LF and there is none at the end.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(location).append(": ");
    text.append(severity.name().toLowerCase(Locale.ROOT)).append(": ");
    if (!path.isEmpty()) {
      text.append(path).append(": ");
    }
    text.append(message).append(" [").append(rule).append(']');
    if (!hint.isEmpty()) {
      text.append("\n  hint: ").append(hint);
    }
    return text.toString();
  }
}
