package io.kfaws;

/**
 * A place in a text: the name of its source, and a line and column that count from 1.
 *
 * <p>Line 0 stands for the source as a whole, where no line can be named (a file that is missing).
 *
 * @param source the source's name as the user knows it, usually a path as it was given
 * @param line the line, from 1, or 0 for the whole source
 * @param column the column in characters, from 1, or 0 for the whole line
 */
public record Location(String source, int line, int column) implements Comparable<Location> {

  /** Refuses places that cannot be: a column without a line, or a negative number. */
  public Location {
    if (line < 0 || column < 0 || (line == 0 && column != 0)) {
      throw new IllegalArgumentException("no such place: " + line + ":" + column);
    }
  }

  /** The source as a whole. */
  public static Location of(String source) {
    return new Location(source, 0, 0);
  }

  @Override
  public int compareTo(Location other) {
    int bySource = source.compareTo(other.source);
    if (bySource != 0) {
      return bySource;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** {@code file:line:col}, as compilers and editors write it. */
  @Override
  public String toString() {
    String name = Printable.line(source);
    return line == 0 ? name : column == 0 ? name + ":" + line : name + ":" + line + ":" + column;
  }
}
