package io.kfaws.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What one process cost.
 *
 * @param cpu its CPU time and that of its children, in seconds: what load distorts least
 * @param wall what a clock on the wall says, in seconds
 */
record Measured(double cpu, double wall) {
  private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s");

  /**
   * Runs a command.
   *
   * @throws IllegalStateException if it ends otherwise than expected: then nothing was measured
   */
  static Measured run(Path folder, int exit, List<String> command)
      throws IOException, InterruptedException {
    // The shell knows what its children cost; Java does not.
    List<String> line =
        new ArrayList<>(List.of("sh", "-c", "\"$@\"; code=$?; times >&2; exit $code"));
    line.add("sh");
    line.addAll(command);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if (code != exit) {
      throw new IllegalStateException(command + " ended with " + code + ":\n" + err);
    }
    double wall = (System.nanoTime() - start) / 1e9;
    String children = err.stripTrailing().lines().reduce("", (a, b) -> b);
    return new Measured(
        TIME.matcher(children).results().mapToDouble(Measured::seconds).sum(), wall);
  }

  private static double seconds(MatchResult time) {
    return 60 * Double.parseDouble(time.group(1)) + Double.parseDouble(time.group(2));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f", cpu);
  }
}
