package io.kfaws.katib;

import static org.assertj.core.api.Assertions.assertThat;

import io.kfaws.Cases;
import io.kfaws.Kfaws;
import io.kfaws.Source;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How long a configuration takes with 250, 500, 1,000 and 2,000 experiments, from text to files. No
 * test of the build: {@code mvn -pl generator-core test -Dtest=ExperimentBenchmark} runs it.
 */
class ExperimentBenchmark {
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
  private static final Path SEED = Cases.HERE.resolve("goldens/seed-experiment/kfaws.yaml");
  private static final List<Integer> COUNTS = List.of(250, 250, 250, 500, 1000, 2000);

  @Test
  void generates() throws IOException {
    String text = Files.readString(SEED);
    int at = text.indexOf("  - name: test\n");
    String entry = text.substring(at);
    Kfaws kfaws = Kfaws.create();
    for (int count : COUNTS) {
      StringBuilder configuration = new StringBuilder(text.substring(0, at));
      for (int i = 0; i < count; i++) {
        configuration.append(entry.replace("name: test\n", "name: test-" + i + "\n"));
      }
      long start = THREAD.getCurrentThreadCpuTime();
      int files =
          kfaws
              .generate(Source.of(SEED, configuration.toString()), Path.of("overlays"))
              .files()
              .size();
      System.out.printf(
          "kfaws: %d experiments generated in %d ms of CPU%n",
          count, (THREAD.getCurrentThreadCpuTime() - start) / 1_000_000);
      assertThat(files).isPositive();
    }
  }
}
