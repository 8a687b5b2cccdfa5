package io.kfaws.cli;

import io.kfaws.Diagnostic;
import io.kfaws.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Whether a stream is coloured, and how a text looks on it.
 *
 * <p>picocli decides: on for a terminal, off for a file or a pipe, and the environment's {@code
 * NO_COLOR} and {@code CLICOLOR} are honoured.
 *
 * @param on whether escape sequences are written at all
 */
record Colour(boolean on) {

  /** Where a redirected standard error shows itself, on Linux and on macOS. */
  private static final Path STANDARD_ERROR = Path.of("/dev/stderr");

  /** The colour of standard output. */
  static Colour ofResults(CommandLine commandLine) {
    return new Colour(ansi(commandLine).enabled());
  }

  /**
   * The colour of standard error. Java can tell a terminal on standard output only, so {@code 2>
   * file} has to be looked for here.
   */
  static Colour ofFindings(CommandLine commandLine) {
    Ansi ansi = ansi(commandLine);
    boolean intoFile = ansi == Ansi.AUTO && Files.isRegularFile(STANDARD_ERROR);
    return new Colour(ansi.enabled() && !intoFile);
  }

  /** The text in these styles; unchanged without colour or styles. */
  String paint(String text, Style... styles) {
    // Not picocli's "@|bold text|@" markup: what is painted may contain such marks itself. And not
    // Style.off, whose end of bold is the start of a double underline on many terminals.
    return on && styles.length > 0 ? Style.on(styles) + text + Style.reset.on() : text;
  }

  /** The finding as it prints itself, with its severity in red or yellow. */
  String paint(Diagnostic found) {
    String text = found.toString();
    int start = found.location().toString().length() + ": ".length();
    int end = start + found.severity().name().length();
    Style hue = found.severity() == Severity.ERROR ? Style.fg_red : Style.fg_yellow;
    return text.substring(0, start)
        + paint(text.substring(start, end), Style.bold, hue)
        + text.substring(end);
  }

  private static Ansi ansi(CommandLine commandLine) {
    return commandLine.getColorScheme().ansi();
  }
}
