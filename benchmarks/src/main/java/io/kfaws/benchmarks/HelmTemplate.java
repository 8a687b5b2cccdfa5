package io.kfaws.benchmarks;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code helm template}, by Helm's own code, as a process: a chart, a number of profiles, a file.
 */
public final class HelmTemplate {
  private HelmTemplate() {}

  /** Renders the chart's profiles into the file. */
  public static void main(String... args) throws IOException {
    String text = new Helm(Path.of(args[0])).template().set("profiles", args[1]).call();
    Files.writeString(Path.of(args[2]), text);
  }
}
