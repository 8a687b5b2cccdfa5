package io.kfaws.cli;

import io.kfaws.Change;
import io.kfaws.Generation;
import io.kfaws.Preview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kfaws check}: fails where the overlays are not what the configuration asks for. */
@Command(
    name = "check",
    description = {
      "Fail if the overlays are not what the configuration asks for; write nothing.",
      "",
      "Each file that differs is named, with what generating again would change in it."
    },
    footer = {
      "  kfaws check",
      "  kfaws check -f prod/kfaws.yaml -o prod/overlays",
    })
final class CheckCommand implements Callable<Integer> {

  @Mixin private ConfigurationArgument configuration = new ConfigurationArgument();

  @Mixin private OutputOption output = new OutputOption();

  @Mixin private Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException {
    Path folder = output.of(configuration);
    Generation generation = configuration.generate(folder, terminal);
    terminal.report(generation.warnings());
    Preview preview = generation.preview();
    List<Change> changes = preview.changes();
    if (changes.isEmpty()) {
      terminal.report(preview.warnings());
      String files = Changes.files(generation.files().size());
      terminal.print(OutputOption.shown(folder, "") + ": up to date, " + files);
      return ExitCodes.FINE;
    }
    for (Change change : changes) {
      terminal.print(Changes.line(change, folder));
      terminal.printDiff(change.unifiedDiff());
    }
    terminal.report(preview.warnings());
    Faults.print(
        terminal.commandLine(),
        OutputOption.shown(folder, "")
            + ": not what the configuration asks for: "
            + Changes.files(changes.size())
            + " would change",
        "run 'kfaws generate' with the same options, and commit what it writes");
    return ExitCodes.FINDINGS;
  }
}
