package io.kfaws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kfaws.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that has the library on its class path, as {@link EmbeddingTest} puts it together: what
 * the library makes of configurations, or the findings about them.
 */
public final class Embedded {
  private Embedded() {}

  public static void main(String[] args) throws IOException {
    // The first argument is where the report goes; the libraries are free to print.
    List<Path> configurations = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      configurations.add(Path.of(args[i]));
    }
    Files.writeString(Path.of(args[0]), report(configurations), UTF_8);
  }

  static String report(List<Path> configurations) throws IOException {
    Kfaws kfaws = Kfaws.create();
    StringBuilder report = new StringBuilder();
    for (Path configuration : configurations) {
      report.append(configuration).append(": ");
      try {
        Generation generation =
            kfaws.generate(Source.read(configuration), configuration.resolveSibling("expected"));
        report.append(Sha256.hex(generation.tree().files().toString()));
        report.append(generation.warnings());
      } catch (KfawsException e) {
        report.append(e.getMessage());
      }
      report.append('\n');
    }
    return report.toString();
  }
}
