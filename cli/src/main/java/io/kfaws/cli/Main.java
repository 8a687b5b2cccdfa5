package io.kfaws.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** The program {@code kfaws}: lays the command line out, runs it, ends with its exit code. */
public final class Main {

  /** Wide enough for the examples, narrow enough for a terminal that nobody has resized. */
  private static final int WIDTH = 80;

  private Main() {}

  /** Runs {@code kfaws} with these arguments and ends the process; see {@link ExitCodes}. */
  public static void main(String... args) {
    QuietLogging.use();
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(furnish(KfawsCommand.of(args), out, err), args));
  }

  /**
   * Gives a command line, with the commands it has by now, our ways: results go to {@code out},
   * findings to {@code err}, and no answer is picocli's own.
   */
  static CommandLine furnish(CommandLine commandLine, PrintWriter out, PrintWriter err) {
    return commandLine
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(new Faults())
        .setUsageHelpWidth(WIDTH)
        // "-f --force" is a forgotten file name, not a file of that name.
        .setAllowOptionsAsOptionParameters(false)
        // "@name" is a path like any other.
        .setExpandAtFiles(false)
        .registerConverter(Path.class, Main::path);
  }

  /** Runs one command and returns its exit code; nothing but a broken JVM makes it throw. */
  static int run(CommandLine commandLine, String... args) {
    int code;
    try {
      code = commandLine.execute(args);
    } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
      // The JVM's own answer is a stack trace and exit code 1, which means findings here.
      code = Faults.internal(e, commandLine, args);
    }
    commandLine.getOut().flush();
    if (commandLine.getOut().checkError()) {
      return Faults.unwritableOutput(commandLine);
    }
    return code;
  }

  private static Path path(String text) {
    if (text.isEmpty()) {
      throw new TypeConversionException("a path must not be empty");
    }
    return Path.of(text);
  }
}
