package io.kfaws.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What git leaves in a file that it could not merge: both sides between marker lines, and with the
 * conflict styles {@code diff3} and {@code zdiff3} what both came from (git-merge, "How conflicts
 * are presented").
 */
public final class MergeConflict {
  private static final Pattern LINE_START = Pattern.compile("(?<=\n)");

  private MergeConflict() {}

  /** The parts of a conflict, each with the marker that begins it. */
  private enum Part {
    COMMON(">>>>>>>"),
    OURS("<<<<<<<"),
    BASE("|||||||"),
    THEIRS("=======");

    private final String marker;

    Part(String marker) {
      this.marker = marker;
    }

    /** The part that a line begins; absent if it is no marker. */
    static Optional<Part> begunBy(String line) {
      String plain = line.stripTrailing();
      return Stream.of(values())
          .filter(part -> plain.equals(part.marker) || plain.startsWith(part.marker + " "))
          .findFirst();
    }

    boolean mayFollow(Part before) {
      return switch (this) {
        case OURS -> before == COMMON;
        case BASE -> before == OURS;
        case THEIRS -> before == OURS || before == BASE;
        case COMMON -> before == THEIRS;
      };
    }
  }

  /** Whether a line, without its end, is one of the markers. */
  public static boolean isMarker(String line) {
    return Part.begunBy(line).isPresent();
  }

  /** The number of the line on which a text's first conflict begins, from 1; absent without one. */
  public static OptionalInt firstLine(String text) {
    if (sides(text).isEmpty()) {
      return OptionalInt.empty();
    }
    long before =
        text.lines().takeWhile(line -> !Part.begunBy(line).equals(Optional.of(Part.OURS))).count();
    return OptionalInt.of(1 + (int) before);
  }

  /**
   * The text as each side has it: ours, theirs, and where git shows it what both came from. Empty
   * if the text has no conflict, or the markers in it are not those of whole conflicts.
   */
  public static List<String> sides(String text) {
    if (!text.contains(Part.OURS.marker)) {
      return List.of();
    }
    Map<Part, StringBuilder> texts = new EnumMap<>(Part.class);
    List.of(Part.OURS, Part.THEIRS, Part.BASE)
        .forEach(part -> texts.put(part, new StringBuilder()));
    Part current = Part.COMMON;
    boolean hasConflict = false;
    boolean hasBase = false;
    for (String line : LINE_START.split(text, -1)) {
      Optional<Part> begun = Part.begunBy(line);
      if (begun.isPresent()) {
        if (!begun.get().mayFollow(current)) {
          return List.of();
        }
        current = begun.get();
        hasConflict = true;
        hasBase |= current == Part.BASE;
      } else {
        Part of = current;
        texts.forEach((part, side) -> side.append(of == Part.COMMON || of == part ? line : ""));
      }
    }
    if (!hasConflict || current != Part.COMMON) {
      return List.of();
    }
    List<String> sides = new ArrayList<>();
    texts.forEach((part, side) -> sides.add(side.toString()));
    if (!hasBase) {
      sides.remove(1); // parts come in the order in which they are declared
    }
    return sides;
  }
}
