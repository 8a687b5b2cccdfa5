package io.kfaws.text;

import io.kfaws.Location;
import java.util.Arrays;

/**
 * The lines of a text: what a distance from its start is in lines and columns. Distances and
 * columns count code points, and lines end where YAML ends them, as SnakeYAML's marks have it.
 */
final class Lines {
  /** How many code points lie between two of which the index is known. */
  private static final int STEP = 1024;

  private final String text;
  private final Location origin;
  private final int[] starts;

  /** The index of each code point that is a multiple of {@link #STEP}. */
  private final int[] indexes;

  private Lines(String text, Location origin, int[] starts, int[] indexes) {
    this.text = text;
    this.origin = origin;
    this.starts = starts;
    this.indexes = indexes;
  }

  /**
   * The lines of a text.
   *
   * @param origin where the text starts in its source
   */
  static Lines of(String text, Location origin) {
    int[] starts = new int[16];
    int[] indexes = new int[text.length() / STEP + 1];
    int count = 1;
    int distance = 0;
    for (int i = 0; i < text.length(); i++, distance++) {
      char c = text.charAt(i);
      if (distance % STEP == 0) {
        indexes[distance / STEP] = i;
      }
      if (isBreak(text, i, c)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = distance + 1;
      } else if (Character.isHighSurrogate(c)) {
        i++; // one code point, two characters
      }
    }
    return new Lines(text, origin, Arrays.copyOf(starts, count), indexes);
  }

  private static boolean isBreak(String text, int at, char c) {
    return switch (c) {
      case '\n', '\u0085', '\u2028', '\u2029' -> true;
      case '\r' -> at + 1 == text.length() || text.charAt(at + 1) != '\n';
      default -> false;
    };
  }

  /** The index in the text at a distance from the start. */
  int index(int distance) {
    int step = Math.min(distance / STEP, indexes.length - 1);
    return text.offsetByCodePoints(indexes[step], distance - step * STEP);
  }

  /** The place at a distance from the start, in the lines of the source. */
  Location at(int distance) {
    return at(line(distance), distance);
  }

  /**
   * Where the text of a scalar starts that itself starts at a distance: a block scalar's text is
   * below its indicator.
   */
  Location text(int distance) {
    int start = index(distance);
    if (start < text.length() && "|>".indexOf(text.charAt(start)) >= 0) {
      int indicator = line(distance);
      for (int line = indicator + 1; line < starts.length; line++) {
        String body = body(line);
        if (!body.isBlank()) {
          return at(indicator + 1, starts[indicator + 1] + indentation(body));
        }
      }
    }
    return at(distance);
  }

  /** The text of a line, from 0; empty beyond the last one. */
  String body(int line) {
    if (line >= starts.length) {
      return "";
    }
    int start = index(starts[line]);
    int end = text.indexOf('\n', start);
    return end < 0 ? text.substring(start) : text.substring(start, end);
  }

  private static int indentation(String line) {
    return line.length() - line.stripLeading().length();
  }

  private int line(int distance) {
    int found = Arrays.binarySearch(starts, distance);
    return found >= 0 ? found : -found - 2;
  }

  private Location at(int line, int distance) {
    if (origin.line() == 0) {
      return origin; // a text that was built in memory has a source and no lines
    }
    return new Location(
        origin.source(), line + origin.line(), distance - starts[line] + origin.column());
  }
}
