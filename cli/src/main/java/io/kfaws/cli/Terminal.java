package io.kfaws.cli;

import io.kfaws.Diagnostic;
import io.kfaws.Printable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has: two streams to print to, {@code --help} and {@code --stacktrace}. */
@SuppressWarnings("UnusedVariable") // picocli acts on --help, Faults looks for --stacktrace
final class Terminal {

  /** More than anybody reads: ten thousand say the same of each profile. */
  private static final int MOST_FINDINGS = 100;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before a command runs
  private CommandSpec command;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = 98,
      description = "Show this help and exit.")
  private boolean help;

  @Option(
      names = Faults.STACKTRACE,
      order = 99,
      description = "With exit code 3, print the Java stack trace too.")
  private boolean stacktrace;

  /** The command that is running. */
  CommandLine commandLine() {
    return command.commandLine();
  }

  /** Prints a result, with LF on every platform: results are compared and piped. */
  void print(String text) {
    printAsIs(shown(text));
  }

  private void printAsIs(String text) {
    commandLine().getOut().print(text + "\n");
  }

  /** Prints unified diffs, coloured on a terminal as git colours them. */
  void printDiff(String diff) {
    Colour colour = Colour.ofResults(commandLine());
    // Not String.lines(): a carriage return is content here, and often the whole difference.
    for (String line : diff.stripTrailing().split("\n", -1)) {
      // Into a file or a pipe a difference stays what it is.
      printAsIs(colour.on() ? colour.paint(shown(line), styleOf(line)) : line);
    }
  }

  /** Prints findings on standard error. */
  void report(List<Diagnostic> diagnostics) {
    report(commandLine(), diagnostics);
  }

  /** Says on standard error what failed, though the run goes on; the exit code that it has. */
  int fault(Throwable thrown) {
    String[] args = commandLine().getParseResult().originalArgs().toArray(String[]::new);
    return Faults.fault(thrown, commandLine(), args);
  }

  /** Says on standard error what keeps a run from going on. */
  void note(String what) {
    commandLine().getErr().print("kfaws: " + Printable.line(what) + "\n");
    commandLine().getErr().flush();
  }

  static void report(CommandLine commandLine, List<Diagnostic> diagnostics) {
    Colour colour = Colour.ofFindings(commandLine);
    boolean isCut = diagnostics.size() > MOST_FINDINGS;
    // No error is left out for a warning.
    Stream<Diagnostic> ordered =
        isCut
            ? diagnostics.stream().sorted(Comparator.comparing(found -> !found.isError()))
            : diagnostics.stream();
    ordered
        .limit(MOST_FINDINGS)
        .forEach(found -> commandLine.getErr().print(colour.paint(found) + "\n"));
    if (isCut) {
      int more = diagnostics.size() - MOST_FINDINGS;
      commandLine
          .getErr()
          .print("kfaws: " + more + " more " + (more == 1 ? "finding\n" : "findings\n"));
    }
    commandLine.getErr().flush();
  }

  /** What a terminal would act on is shown; the white space of a text is its own. */
  private static String shown(String text) {
    return Stream.of(text.split("(?<=\\s)|(?=\\s)"))
        .map(part -> part.isBlank() ? part : Printable.escaped(part))
        .collect(Collectors.joining());
  }

  private static Style[] styleOf(String line) {
    if (line.startsWith("--- ") || line.startsWith("+++ ")) {
      return new Style[] {Style.bold};
    }
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+' -> new Style[] {Style.fg_green};
      case '-' -> new Style[] {Style.fg_red};
      case '@' -> new Style[] {Style.fg_cyan};
      default -> new Style[] {};
    };
  }
}
