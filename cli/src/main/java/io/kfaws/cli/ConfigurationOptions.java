package io.kfaws.cli;

import io.kfaws.Generation;
import io.kfaws.Kfaws;
import io.kfaws.Source;
import io.kfaws.Upgrade;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Where the configuration is read from, and what its templates are. */
class ConfigurationOptions {

  /**
   * The configuration where none is named, and the place that standard input is taken to lie at.
   */
  private static final Path DEFAULT = Path.of("kfaws.yaml");

  private static final Path STANDARD_INPUT = Path.of("-");

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = {
        "The configuration. Default: ${DEFAULT-VALUE}.",
        "With - it is read from standard input, as if it were kfaws.yaml in the current folder."
      })
  private Path file = DEFAULT;

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      description = "A folder whose templates win over the built-in ones, path by path.")
  private @Nullable Path templates;

  /** The configuration's file as it was named; - for standard input. */
  Path named() {
    return file;
  }

  /** Whether a path stands for standard input. */
  static boolean isStandardInput(Path path) {
    return path.equals(STANDARD_INPUT);
  }

  /** Whether the option that names the configuration was given. */
  static boolean isFileGiven(CommandLine commandLine) {
    return commandLine.getParseResult().hasMatchedOption("--file");
  }

  /** Whether templates were given. */
  boolean hasTemplates() {
    return templates != null;
  }

  /** The configuration's file, with its path as the user gave it. */
  Path file() {
    return isStandardInput(named()) ? DEFAULT : named();
  }

  /** What messages call the configuration. */
  String name() {
    return isStandardInput(named()) ? StandardInput.NAME : named().toString().replace('\\', '/');
  }

  /**
   * Generates in memory.
   *
   * @param output the folder that the files are meant for
   * @param terminal where it is said that another run is waited for
   * @throws io.kfaws.KfawsException if there is no configuration, or it cannot be fulfilled
   * @throws IOException if the configuration or a template cannot be read
   */
  Generation generate(Path output, Terminal terminal) throws IOException {
    String folder = OutputOption.shown(output, "");
    return kfaws()
        .generate(configuration(), output)
        .onWait(() -> terminal.note("waiting for another run of kfaws in " + folder));
  }

  /**
   * Generates in memory, on the configuration's release and on another.
   *
   * @param output the folder that the files are meant for
   * @param release the other release
   * @throws io.kfaws.KfawsException if there is no configuration, or a release cannot fulfil it
   * @throws IOException if the configuration or a template cannot be read
   */
  Upgrade upgrade(Path output, String release) throws IOException {
    return kfaws().upgrade(configuration(), output, release);
  }

  /**
   * The library, with the templates of the option.
   *
   * @throws io.kfaws.KfawsException if there is no such folder of templates
   * @throws IOException if it cannot be read
   */
  Kfaws kfaws() throws IOException {
    return templates == null ? Kfaws.create() : Kfaws.withTemplates(templates);
  }

  private Source configuration() throws IOException {
    return isStandardInput(named()) ? StandardInput.read(DEFAULT) : Source.read(named());
  }
}
