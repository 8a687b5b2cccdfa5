package io.kfaws.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A line of {@code command.txt}, as it is typed: {@code CLICOLOR_FORCE=1 kfaws validate -f - <
 * configuration.yaml}. The first and the last part are optional; {@code ''} is an empty argument.
 */
record TypedLine(List<String> args, Optional<Path> input, boolean coloured) {

  private static final String COLOURED = "CLICOLOR_FORCE=1 ";

  static TypedLine parse(String line) {
    boolean coloured = line.startsWith(COLOURED);
    String command = coloured ? line.substring(COLOURED.length()) : line;
    List<String> halves = List.of(command.split(" < ", 2));
    List<String> words = List.of(halves.get(0).split(" ", -1));
    if (!words.get(0).equals("kfaws")) {
      throw new IllegalArgumentException("not a kfaws command: " + line);
    }
    List<String> args =
        words.subList(1, words.size()).stream().map(w -> w.equals("''") ? "" : w).toList();
    return new TypedLine(args, halves.stream().skip(1).findFirst().map(Path::of), coloured);
  }
}
