package io.kfaws.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** Walks {@code src/test/cases} in this process. */
final class CommandLineTest {

  static List<Case> cases() throws IOException {
    return Case.in(Path.of("src/test/cases"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void does(Case it, @TempDir Path dir) throws Exception {
    it.run(dir, CommandLineTest::run);
  }

  private static Case.Outcome run(TypedLine command, Path dir) throws IOException {
    byte[] input =
        command.input().isPresent()
            ? Files.readAllBytes(dir.resolve(command.input().get()))
            : new byte[0];
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] args = command.args().toArray(String[]::new);
    CommandLine commandLine =
        Main.furnish(KfawsCommand.of(args), new PrintWriter(out), new PrintWriter(err))
            .setColorScheme(
                Help.defaultColorScheme(command.coloured() ? Help.Ansi.ON : Help.Ansi.OFF));
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input));
    try {
      int exit = Main.run(commandLine, args);
      return new Case.Outcome(out.toString(), err.toString(), exit);
    } finally {
      System.setIn(before);
    }
  }
}
