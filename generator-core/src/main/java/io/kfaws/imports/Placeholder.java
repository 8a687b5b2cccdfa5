package io.kfaws.imports;

import java.util.regex.Pattern;

/** What is in files that nobody has filled in yet. */
final class Placeholder {
  /**
   * The AWS distribution's own {@code YOUR_…}, a word in angle brackets, what a template, a shell
   * or kustomize was meant to replace, and the usual words of others.
   */
  private static final Pattern FORM =
      Pattern.compile(
          "YOUR_[A-Z0-9_]*|.*<[^<>]*>.*|.*\\{\\{.*|.*\\$[({].*|(?i:change|replace)[-_]?me|\\[[A-Z]+\\].*|(?i:my|your)(?i:gcs|s3)?(?i:bucketname)|\\.\\.\\.");

  private Placeholder() {}

  /** Whether a value is none. */
  static boolean is(String value) {
    return value.isBlank() || FORM.matcher(value.strip()).matches();
  }
}
