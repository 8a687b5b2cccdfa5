package io.kfaws.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The folder that holds the generated overlays. */
final class OutputOption {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "The folder of the overlays. Default: overlays, beside the wish.")
  private @Nullable Path output;

  /** The folder the user named, or {@code overlays} beside the wish. */
  Path of(ConfigurationOptions wish) {
    return output == null ? beside(wish) : output;
  }

  /** {@code overlays} in the wish's folder. */
  static Path beside(ConfigurationOptions wish) {
    return wish.file().resolveSibling("overlays");
  }

  /** A generated file's path, below the folder as the user named it. */
  static String shown(Path output, String path) {
    return output.resolve(path).toString().replace('\\', '/');
  }
}
