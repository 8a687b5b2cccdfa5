package io.kfaws.text;

import java.util.Optional;

/**
 * What a template leaves open, {@code {{ … }}} or {@code {% … %}}, where its result is expected.
 */
public final class Unfilled {
  private Unfilled() {}

  /** What to do about it, if a line or a value holds one. */
  public static Optional<String> hint(String text) {
    return holds(text, "{{", "}}") || holds(text, "{%", "%}")
        ? Optional.of("{{ … }} belongs to a template: fill it in, and validate what comes out")
        : Optional.empty();
  }

  private static boolean holds(String text, String open, String close) {
    int start = text.indexOf(open);
    return start >= 0 && text.indexOf(close, start) > start;
  }
}
