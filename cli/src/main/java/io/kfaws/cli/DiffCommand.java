package io.kfaws.cli;

import io.kfaws.Generation;
import io.kfaws.files.Change;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
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
          + " nothing would change."
    },
    footer = {
      "  kfaws diff",
      "  kfaws diff --exit-code > changes.diff",
    })
final class DiffCommand implements Callable<Integer> {

  @Mixin private WishOptions wish = new WishOptions();

  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--exit-code",
      description = "Exit with 1 where something would change, as 'git diff --exit-code' does.")
  private boolean exitCode;

  @Mixin private Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException {
    Generation generation = wish.generate(output.of(wish));
    terminal.report(generation.warnings());
    List<Change> changes = generation.changes();
    changes.forEach(change -> terminal.printDiff(change.unifiedDiff()));
    return exitCode && !changes.isEmpty() ? ExitCodes.FINDINGS : ExitCodes.FINE;
  }
}
