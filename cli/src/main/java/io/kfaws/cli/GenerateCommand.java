package io.kfaws.cli;

import io.kfaws.Applied;
import io.kfaws.Change;
import io.kfaws.Generation;
import io.kfaws.LastSteps;
import io.kfaws.Overwrite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kfaws generate}: writes the overlays that the configuration asks for. */
@Command(
    name = "generate",
    description = {
      "Write the overlays that the configuration asks for, and print what changed.",
      "",
      "Everything is rendered and validated before the first file is written. A file that kfaws did"
          + " not write, or that was edited since, is refused unless --force is given. Files that"
          + " an earlier run wrote and the configuration no longer asks for are removed.",
      "",
      "A Profile takes its namespace with it, and all data there. A run that would remove one is"
          + " refused, also with --force, unless --delete-profile names it."
    },
    footer = {
      "  kfaws generate",
      "  kfaws generate prod/kfaws.yaml -o prod/overlays",
      "  kfaws generate --dry-run",
      "  kfaws generate --delete-profile team-a --delete-profile team-b",
      "  envsubst < kfaws.yaml.tmpl | kfaws generate -f -",
    })
final class GenerateCommand implements Callable<Integer> {

  @Mixin private ConfigurationArgument configuration = new ConfigurationArgument();

  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--force",
      description = "Overwrite files that were edited, or that kfaws did not write.")
  private boolean force;

  @Option(
      names = "--delete-profile",
      paramLabel = "NAME",
      description = {
        "Remove the files of a Profile that the configuration no longer has. Can be repeated.",
        "What is left to do in the cluster and in AWS is printed."
      })
  private Set<String> deletions = new TreeSet<>();

  @Option(
      names = {"-n", "--dry-run"},
      description = "Print what would change, or why the run would be refused; write nothing.")
  private boolean dryRun;

  @Mixin private Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException {
    Path folder = output.of(configuration);
    Generation generation = configuration.generate(folder, terminal);
    terminal.report(generation.warnings());
    Overwrite overwrite = force ? Overwrite.FORCE : Overwrite.REFUSE;
    Applied applied =
        dryRun ? generation.dryRun(overwrite, deletions) : generation.apply(overwrite, deletions);
    List<Change> changes = applied.changes();
    terminal.report(applied.warnings());
    Changes.list(changes, folder).forEach(terminal::print);
    terminal.print(Changes.summary(changes, generation.files().size(), dryRun));
    if (!dryRun) {
      LastSteps.afterDeletionOf(deletions, generation, applied).forEach(terminal::print);
    }
    return ExitCodes.FINE;
  }
}
