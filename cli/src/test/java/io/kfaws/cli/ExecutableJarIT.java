package io.kfaws.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks {@code src/test/jar} with {@code java -jar kfaws.jar}, in the folder of the case's files.
 */
final class ExecutableJarIT {

  static List<Case> cases() throws IOException {
    return Case.in(Path.of("src/test/jar"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void does(Case it, @TempDir Path dir, @TempDir Path streams) throws Exception {
    it.run(dir, (command, in) -> run(command, in, streams));
  }

  private static Case.Outcome run(TypedLine command, Path dir, Path streams)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-jar");
    line.add(System.getProperty("kfaws.jar"));
    line.addAll(command.args());
    Path out = streams.resolve("out");
    Path err = streams.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(dir.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    command.input().ifPresent(input -> builder.redirectInput(dir.resolve(input).toFile()));
    // Where it is set, the JVM itself reports it on standard error.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    int exit = builder.start().waitFor();
    return new Case.Outcome(Files.readString(out, UTF_8), Files.readString(err, UTF_8), exit);
  }
}
