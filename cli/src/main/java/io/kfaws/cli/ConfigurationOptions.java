package io.kfaws.cli;

import io.kfaws.Generation;
import io.kfaws.Kfaws;
import io.kfaws.Source;
import io.kfaws.Upgrade;
import io.kfaws.prove.Proof;
import io.kfaws.prove.Prover;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Where the configuration is read from, and what its templates are. */
final class ConfigurationOptions {

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

  /** Whether a path stands for standard input. */
  static boolean isStandardInput(Path path) {
    return path.equals(STANDARD_INPUT);
  }

  /** Whether one of these options was given. */
  boolean isNamed(CommandLine commandLine) {
    return templates != null || commandLine.getParseResult().hasMatchedOption("--file");
  }

  /** The configuration's file, with its path as the user gave it. */
  Path file() {
    return isStandardInput(file) ? DEFAULT : file;
  }

  /** What messages call the configuration. */
  String name() {
    return isStandardInput(file) ? StandardInput.NAME : file.toString().replace('\\', '/');
  }

  /**
   * Generates in memory.
   *
   * @param output the folder that the files are meant for
   * @throws io.kfaws.KfawsException if there is no configuration, or it cannot be fulfilled
   * @throws IOException if the configuration or a template cannot be read
   */
  Generation generate(Path output) throws IOException {
    return kfaws().generate(configuration(), output);
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
   * Builds and validates the overlays.
   *
   * @param output the folder that they lie in
   * @throws io.kfaws.KfawsException if there is no configuration, it cannot be fulfilled, or
   *     nothing can be proven
   * @throws IOException if something cannot be read, or the engine cannot be run
   */
  Proof prove(Path output, Prover prover) throws IOException {
    return kfaws().prove(configuration(), output, prover);
  }

  private Kfaws kfaws() throws IOException {
    return templates == null ? Kfaws.create() : Kfaws.withTemplates(templates);
  }

  private Source configuration() throws IOException {
    return isStandardInput(file) ? StandardInput.read(DEFAULT) : Source.read(file);
  }
}
