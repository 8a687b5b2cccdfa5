package io.kfaws.cli;

import io.kfaws.Diagnostic;
import io.kfaws.Generation;
import io.kfaws.Kfaws;
import io.kfaws.KfawsException;
import io.kfaws.ManifestOptions;
import io.kfaws.Printable;
import io.kfaws.Source;
import io.kfaws.ValidatedTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/**
 * {@code kfaws validate}: validates the configuration and all that would be generated from it, or
 * manifests.
 */
@Command(
    name = "validate",
    description = {
      "Validate the configuration and everything it would generate; read and write no overlay.",
      "With FILEs, validate those instead. A FILE is a configuration, or manifests without one:"
          + " Experiments of Katib, Profiles, SecretProviderClasses and the other objects that"
          + " kfaws writes, and IAM policies.",
      "",
      "All findings of a stage are reported at once, each with its line and column."
    },
    footer = {
      "  kfaws validate",
      "  kfaws validate prod/kfaws.yaml",
      "  kfaws validate -f - < kfaws.yaml",
      "  kfaws validate experiment.yaml trust-policy.json",
      "  kfaws validate profiles/all",
      "  kfaws validate --release v1.8.1 --algorithm company-search experiment.yaml",
      "  kfaws validate - < profiles/team-a.yaml",
    })
final class ValidateCommand implements Callable<Integer> {

  @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = {
        "Configurations; files of manifests, YAML or JSON, of one or more documents; or folders"
            + " with a kustomization.yaml: then all files that it lists.",
        "With - they are read from standard input."
      })
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--release",
      paramLabel = "RELEASE",
      description =
          "Judge Experiments in FILEs of manifests by the Katib of this release of Kubeflow."
              + " Default: the newest Katib.")
  private @Nullable String release;

  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      description =
          "An algorithm that katib-config names beyond Katib's own, for Experiments in FILEs of"
              + " manifests; repeat the option for more.")
  private List<String> algorithms = new ArrayList<>();

  @Mixin private Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException {
    if (files.isEmpty()) {
      if (release != null || !algorithms.isEmpty()) {
        throw wrongUsage(
            "--release and --algorithm are for manifests; a configuration has kubeflow.release and"
                + " kubeflow.katibAlgorithms");
      }
      Path output = OutputOption.beside(configuration);
      reportValid(configuration.name(), configuration.generate(output, terminal));
      return ExitCodes.FINE;
    }
    if (ConfigurationOptions.isFileGiven(terminal.commandLine())) {
      throw wrongUsage(
          "--file names the configuration, and FILE '" + files.get(0) + "' is another");
    }
    Kfaws kfaws = configuration.kfaws();
    int code = ExitCodes.FINE;
    for (Path file : files) {
      code = Math.max(code, validate(kfaws, file));
    }
    return code;
  }

  /** What is wrong with a file, or with kfaws in it, is no reason to pass over the others. */
  private int validate(Kfaws kfaws, Path file) {
    try {
      return isWrong(kfaws, file) ? ExitCodes.FINDINGS : ExitCodes.FINE;
    } catch (ParameterException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return terminal.fault(e);
    }
  }

  private boolean isWrong(Kfaws kfaws, Path file) throws IOException {
    try {
      if (Files.isDirectory(file)) {
        noTemplates(file);
        ValidatedTree validation = kfaws.validateTree(file, options());
        return isWrong(
            file.toString().replace('\\', '/'), validation.findings(), validation::kinds);
      }
      Source source =
          ConfigurationOptions.isStandardInput(file)
              ? StandardInput.read(file)
              : Source.read(file, "name files of manifests, one by one");
      if (Kfaws.isConfiguration(source)) {
        Path output = source.path().resolveSibling("overlays");
        reportValid(source.name(), kfaws.generate(source, output));
        return false;
      }
      noTemplates(file);
      return isWrong(source.name(), kfaws.validate(source, options()), () -> kfaws.kinds(source));
    } catch (KfawsException e) {
      terminal.report(e.diagnostics());
      return true;
    }
  }

  private ManifestOptions options() {
    return new ManifestOptions(Optional.ofNullable(release), algorithms);
  }

  private void noTemplates(Path file) {
    if (configuration.hasTemplates()) {
      throw wrongUsage("--templates are for a configuration, and FILE '" + file + "' is none");
    }
  }

  private ParameterException wrongUsage(String message) {
    return new ParameterException(terminal.commandLine(), message);
  }

  private void reportValid(String name, Generation generation) {
    terminal.report(generation.warnings());
    terminal.print(Printable.line(name) + ": valid" + contents(generation));
  }

  private boolean isWrong(String name, List<Diagnostic> findings, Supplier<List<String>> kinds) {
    terminal.report(findings);
    if (findings.stream().anyMatch(Diagnostic::isError)) {
      return true;
    }
    String counted = Kinds.counted(kinds.get());
    String what = counted.isEmpty() ? "nothing to validate" : counted;
    terminal.print(Printable.line(name) + ": valid; " + what);
    return false;
  }

  /** What the configuration becomes, in a few words. */
  private static String contents(Generation generation) {
    List<String> contents = new ArrayList<>();
    int overlays = generation.overlays().size();
    if (overlays > 0) {
      contents.add(
          (overlays == 1 ? "overlay " : "overlays ") + String.join(", ", generation.overlays()));
    }
    int profiles = generation.profiles().size();
    if (profiles > 0) {
      contents.add(profiles + (profiles == 1 ? " profile" : " profiles"));
    }
    return contents.stream().map(part -> "; " + part).collect(Collectors.joining());
  }
}
