package io.kfaws.text;

import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.Source;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text that kustomize does not carry. It writes each object as JSON and reads that back as YAML, so
 * what its reader refuses (go-yaml, {@code readerc.go}) cannot be escaped either: JSON writes these
 * characters as they are (measured with v5.5.0, in manifests, patches and generators).
 *
 * @param message what is wrong with it
 * @param hint what would be right
 */
public record Unreadable(String message, String hint) {
  static final String RULE = "unreadable-character";

  /** A line break within a text to that reader, so that a space comes out. */
  private static final int NEXT_LINE = 0x85;

  /** The first of two escapes that are one character to JSON, which go-yaml refuses. */
  private static final Pattern HALF = Pattern.compile("\\\\u[dD][89abAB]\\p{XDigit}{2}");

  /** The finding about a file of which kustomize makes one value; absent if it can. */
  public static Optional<Diagnostic> in(Source file) {
    String text = file.text();
    return in(text)
        .map(
            flaw -> {
              int before = (int) text.codePoints().takeWhile(c -> !isRefused(c)).count();
              Location at = Lines.of(text, new Location(file.name(), 1, 1)).at(before);
              return Diagnostic.error(RULE, at, "", flaw.message, flaw.hint);
            });
  }

  /** What is wrong with a text; absent if kustomize carries it. */
  static Optional<Unreadable> in(String text) {
    return text.codePoints()
        .filter(Unreadable::isRefused)
        .mapToObj(c -> new Unreadable(holds(c), "remove the character"))
        .findFirst();
  }

  /** What is wrong with how a scalar in double quotes is written. */
  static Optional<Unreadable> asWritten(String scalar) {
    return HALF.matcher(scalar).find()
        ? Optional.of(
            new Unreadable(
                "writes one character as two escapes (\\ud83d\\ude00), which kustomize's YAML"
                    + " reader refuses",
                "write the character itself, or as one escape (\\U0001f600)"))
        : Optional.empty();
  }

  static boolean isRefused(int c) {
    return (c >= 0x7F && c <= 0x9F)
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        || c == 0xFFFE
        || c == 0xFFFF;
  }

  private static String holds(int character) {
    return String.format(Locale.ROOT, "holds U+%04X, ", character)
        + (character == NEXT_LINE
            ? "of which kustomize makes a space"
            : "which kustomize's YAML reader refuses, even as an escape");
  }
}
