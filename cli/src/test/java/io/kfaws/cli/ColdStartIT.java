package io.kfaws.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a cold run costs, in numbers that do not depend on the machine's load. Each ceiling is a
 * little above what was measured: raise one only for what is worth its start.
 */
final class ColdStartIT {
  private static final long CLASSES = 3_000;
  private static final long BYTES = 11_500_000;

  @Test
  void loadsNoMoreClasses(@TempDir Path dir) throws Exception {
    Path log = dir.resolve("classes.txt");
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-jar",
                System.getProperty("kfaws.jar"),
                "generate",
                "-f",
                Path.of("../overlays/rds-s3/kfaws.yaml").toAbsolutePath().toString(),
                "-o",
                dir.resolve("overlays").toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(run.waitFor()).isEqualTo(ExitCodes.FINE);
    // Those of the jar, and those made at run time, such as lambdas; the JDK's own differ.
    try (Stream<String> lines = Files.lines(log)) {
      long loaded =
          lines
              .filter(line -> line.contains("source: "))
              .filter(line -> !line.contains("source: shared objects file"))
              .filter(line -> !line.contains("source: jrt:/"))
              .count();
      assertThat(loaded).isBetween(1_000L, CLASSES);
    }
  }

  @Test
  void isNoLargerJar() throws Exception {
    assertThat(Files.size(Path.of(System.getProperty("kfaws.jar")))).isLessThan(BYTES);
  }
}
