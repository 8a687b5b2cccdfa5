package io.kfaws.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The faults that no case on disk can bring about: one line, exit code 3, no stack trace. */
final class FaultsTest {

  private static final String BUG =
      "\n  hint: this is a bug in kfaws, please report it; --stacktrace shows where it is\n";

  /** {@code kfaws fail}: throws what it was given. */
  @Command(name = "fail")
  static final class Failing implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads its options
    private Terminal terminal = new Terminal();

    private final Throwable thrown;

    Failing(Throwable thrown) {
      this.thrown = thrown;
    }

    @Override
    public Integer call() throws Exception {
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (Exception) thrown;
    }
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new AccessDeniedException("a/b"), "kfaws: error: a/b: permission denied\n"),
        Arguments.of(new NoSuchFileException("a"), "kfaws: error: a: no such file or folder\n"),
        Arguments.of(new NotDirectoryException("a"), "kfaws: error: a: is not a folder\n"),
        Arguments.of(new FileAlreadyExistsException("a"), "kfaws: error: a: is in the way\n"),
        Arguments.of(
            new FileSystemException("a", null, "No space left on device"),
            "kfaws: error: a: No space left on device\n"),
        Arguments.of(
            new DirectoryNotEmptyException("a"), "kfaws: error: a: DirectoryNotEmptyException\n"),
        Arguments.of(new IOException("lost\n  the disk"), "kfaws: error: lost the disk\n"),
        Arguments.of(new IOException(), "kfaws: error: java.io.IOException\n"),
        Arguments.of(new UncheckedIOException(new IOException("x")), "kfaws: error: x\n"),
        Arguments.of(
            new IllegalStateException("no\nroom"),
            "kfaws: error: internal fault: java.lang.IllegalStateException: no room" + BUG),
        Arguments.of(
            new StackOverflowError(),
            "kfaws: error: internal fault: java.lang.StackOverflowError" + BUG));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void sayOneLine(Throwable thrown, String expected) {
    StringWriter err = new StringWriter();
    assertThat(run(thrown, err)).isEqualTo(ExitCodes.FAULT);
    assertThat(err).hasToString(expected);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void addTheStackTraceWhereItIsAskedFor(Throwable thrown, String expected) {
    StringWriter err = new StringWriter();
    assertThat(run(thrown, err, "--stacktrace")).isEqualTo(ExitCodes.FAULT);
    assertThat(err.toString()).startsWith(expected).contains("\tat " + getClass().getName());
  }

  @Test
  void outputThatCannotBeWrittenIsAFault() throws IOException {
    Writer closed = Writer.nullWriter();
    closed.close();
    StringWriter err = new StringWriter();
    CommandLine commandLine = furnish(KfawsCommand.all(), closed, err);
    assertThat(Main.run(commandLine, "--version")).isEqualTo(ExitCodes.FAULT);
    assertThat(err).hasToString("kfaws: error: standard output could not be written\n");
  }

  private static int run(Throwable thrown, Writer err, String... options) {
    CommandLine bare = KfawsCommand.all().addSubcommand(new Failing(thrown));
    CommandLine commandLine = furnish(bare, Writer.nullWriter(), err);
    String[] args = Stream.concat(Stream.of("fail"), Stream.of(options)).toArray(String[]::new);
    return Main.run(commandLine, args);
  }

  private static CommandLine furnish(CommandLine bare, Writer out, Writer err) {
    return Main.furnish(bare, new PrintWriter(out), new PrintWriter(err));
  }
}
