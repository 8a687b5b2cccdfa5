package io.kfaws;

import java.util.Locale;

/**
 * Texts of others as a terminal may show them: on one line, without a character that moves the
 * cursor, changes colours or turns the direction of writing, and not longer than a reader cares
 * for.
 */
public final class Printable {
  private static final int LONGEST = 2_000;
  private static final int TAIL = 500;

  private Printable() {}

  /**
   * The text in which each such character is an escape, and the middle of a long one is left out.
   */
  public static String line(String text) {
    String shown = text;
    if (text.length() > LONGEST) {
      int end = text.offsetByCodePoints(0, text.codePointCount(0, LONGEST - TAIL));
      int start = text.length() - TAIL;
      shown = text.substring(0, end) + " … " + text.substring(start);
    }
    return escaped(shown);
  }

  /** The text in which each such character is an escape, however long it is. */
  public static String escaped(String text) {
    if (text.codePoints().noneMatch(Printable::isEscaped)) {
      return text;
    }
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                  if (isEscaped(c)) {
                    line.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08X" : "\\u%04X", c));
                  } else {
                    line.appendCodePoint(c);
                  }
                }
              }
            });
    return line.toString();
  }

  /** Whether a terminal acts on a character, or shows something else than what is written. */
  private static boolean isEscaped(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
