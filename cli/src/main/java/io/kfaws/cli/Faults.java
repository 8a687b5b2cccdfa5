package io.kfaws.cli;

import io.kfaws.KfawsException;
import io.kfaws.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Answers what a command throws: findings with all their lines, a fault with one line and, only
 * where {@code --stacktrace} asks for it, the stack trace.
 */
final class Faults implements IExecutionExceptionHandler {

  /** The option that every command has. */
  static final String STACKTRACE = "--stacktrace";

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine commandLine, ParseResult parsed) {
    if (thrown instanceof KfawsException found) {
      Terminal.report(commandLine, found.diagnostics());
      return ExitCodes.FINDINGS;
    }
    return fault(thrown, commandLine, parsed.originalArgs().toArray(String[]::new));
  }

  /** Reports what is no finding, and tells the exit code. */
  static int fault(Throwable thrown, CommandLine commandLine, String... args) {
    if (thrown instanceof IOException io) {
      return io(io, commandLine, args);
    }
    if (thrown instanceof UncheckedIOException && thrown.getCause() instanceof IOException io) {
      return io(io, commandLine, args);
    }
    return internal(thrown, commandLine, args);
  }

  /** A fault of kfaws itself. */
  static int internal(Throwable thrown, CommandLine commandLine, String... args) {
    print(
        commandLine,
        "internal fault: " + oneLine(thrown.toString()),
        "this is a bug in kfaws, please report it; " + STACKTRACE + " shows where it is");
    return trace(thrown, commandLine, args);
  }

  /** Standard output took less than it was given: its disk is full, or its reader has gone. */
  static int unwritableOutput(CommandLine commandLine) {
    print(commandLine, "standard output could not be written", "");
    return ExitCodes.FAULT;
  }

  /** Prints an error that belongs to no place in a file, in the shape that findings have. */
  static void print(CommandLine commandLine, String message, String hint) {
    String error = Colour.ofFindings(commandLine).paint("error", Style.bold, Style.fg_red);
    String tail = hint.isEmpty() ? "" : "\n  hint: " + Printable.line(hint);
    commandLine.getErr().print("kfaws: " + error + ": " + Printable.line(message) + tail + "\n");
    commandLine.getErr().flush();
  }

  /** The text with its line breaks as spaces: what one fault says stays on one line. */
  static String oneLine(String text) {
    return text.strip().replaceAll("\\R\\s*", " ");
  }

  private static int io(IOException thrown, CommandLine commandLine, String... args) {
    print(commandLine, oneLine(describe(thrown)), "");
    return trace(thrown, commandLine, args);
  }

  private static int trace(Throwable thrown, CommandLine commandLine, String... args) {
    if (Arrays.asList(args).contains(STACKTRACE)) {
      thrown.printStackTrace(commandLine.getErr());
      commandLine.getErr().flush();
    }
    return ExitCodes.FAULT;
  }

  /** The JDK tells some reasons by the exception's type alone, its message being only the path. */
  private static String describe(IOException thrown) {
    if (!(thrown instanceof FileSystemException fault) || fault.getFile() == null) {
      return Optional.ofNullable(thrown.getMessage()).orElseGet(thrown::toString);
    }
    String reason;
    if (fault instanceof AccessDeniedException) {
      reason = "permission denied";
    } else if (fault instanceof NoSuchFileException) {
      reason = "no such file or folder";
    } else if (fault instanceof NotDirectoryException) {
      reason = "is not a folder";
    } else if (fault instanceof FileAlreadyExistsException) {
      reason = "is in the way";
    } else {
      reason = Optional.ofNullable(fault.getReason()).orElse(fault.getClass().getSimpleName());
    }
    return fault.getFile().replace('\\', '/') + ": " + reason;
  }
}
