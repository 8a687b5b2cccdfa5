package io.kfaws.katib;

import io.kfaws.Diagnostic;

/** What stands in one document, told as a part of another. */
final class Moved {
  private Moved() {}

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
