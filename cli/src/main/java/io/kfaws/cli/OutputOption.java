package io.kfaws.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The folder that holds the generated overlays. */
final class OutputOption {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "The folder of the overlays. Default: overlays, beside the configuration.")
  private @Nullable Path output;

  /** The folder the user named, or {@code overlays} beside the configuration. */
  Path of(ConfigurationOptions configuration) {
    return output == null ? beside(configuration) : output;
  }

  /** {@code overlays} in the configuration's folder. */
  static Path beside(ConfigurationOptions configuration) {
    return configuration.file().resolveSibling("overlays");
  }

  /** A generated file's path, below the folder as the user named it. */
  static String shown(Path output, String path) {
    return output.resolve(path).toString().replace('\\', '/');
  }
}
