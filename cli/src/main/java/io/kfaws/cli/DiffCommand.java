package io.kfaws.cli;

import io.kfaws.Change;
import io.kfaws.Generation;
import io.kfaws.Preview;
import io.kfaws.Upgrade;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kfaws diff}: shows what generating would change. */
@Command(
    name = "diff",
    description = {
      "Show what generating would change, as a unified diff; write nothing.",
      "",
      "Paths in the diff are relative to the folder of the overlays. Nothing is printed where"
          + " nothing would change. A Profile that would go is warned of.",
      "",
      "With --to-release, show what changing kubeflow.release does to the generated files: the"
          + " configuration as it is against the configuration with that release. The folder plays no part."
    },
    footer = {
      "  kfaws diff",
      "  kfaws diff --exit-code > changes.diff",
      "  kfaws diff --to-release 26.03",
    })
final class DiffCommand implements Callable<Integer> {

  @Mixin private ConfigurationArgument configuration = new ConfigurationArgument();

  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--exit-code",
      description = "Exit with 1 where something would change, as 'git diff --exit-code' does.")
  private boolean exitCode;

  @Option(
      names = "--to-release",
      paramLabel = "RELEASE",
      description =
          "Compare with what another release of Kubeflow would make of the configuration.")
  private @Nullable String release;

  @Mixin private Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException {
    List<Change> changes = release == null ? toFolder() : toRelease(release);
    changes.forEach(change -> terminal.printDiff(change.unifiedDiff()));
    return exitCode && !changes.isEmpty() ? ExitCodes.FINDINGS : ExitCodes.FINE;
  }

  private List<Change> toFolder() throws IOException {
    Generation generation = configuration.generate(output.of(configuration), terminal);
    terminal.report(generation.warnings());
    Preview preview = generation.preview();
    terminal.report(preview.warnings());
    return preview.changes();
  }

  private List<Change> toRelease(String tag) throws IOException {
    Upgrade upgrade = configuration.upgrade(output.of(configuration), tag);
    terminal.report(upgrade.after().warnings());
    return upgrade.changes();
  }
}
