package io.kfaws.katib;

import static org.assertj.core.api.Assertions.assertThat;

import io.kfaws.Cases;
import io.kfaws.Source;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Yaml;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How long it takes to validate a thousand experiments, from text to findings. No test of the
 * build: {@code mvn -pl generator-core test -Dtest=JudgeBenchmark} runs it.
 */
class JudgeBenchmark {
  private static final int EXPERIMENTS = 1000;
  private static final int ROUNDS = 5;

  @Test
  void validates() throws IOException {
    List<String> texts = texts();
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long cpu = thread.getCurrentThreadCpuTime();
    ExperimentValidator check = new ExperimentValidator(new Schemas());
    for (int round = 0; round < ROUNDS; round++) {
      int findings = 0;
      for (int i = 0; i < EXPERIMENTS; i++) {
        String text = texts.get(i % texts.size()).replace("name: example", "name: example-" + i);
        findings += check.check(Yaml.read(Source.of(Path.of(i + ".yaml"), text))).size();
      }
      long millis = (System.nanoTime() - start) / 1_000_000;
      System.out.printf(
          "kfaws katib: %d experiments validated in %d ms (%d ms of CPU), %d findings%n",
          EXPERIMENTS, millis, (thread.getCurrentThreadCpuTime() - cpu) / 1_000_000, findings);
      assertThat(findings).isPositive();
      start = System.nanoTime();
      cpu = thread.getCurrentThreadCpuTime();
    }
  }

  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path folder : Cases.ofRules("refused.yaml")) {
      if (Files.readString(folder.resolve("accepted.yaml")).contains("kind: Experiment")) {
        texts.add(Files.readString(folder.resolve("refused.yaml")));
        texts.add(Files.readString(folder.resolve("accepted.yaml")));
      }
    }
    return texts;
  }
}
