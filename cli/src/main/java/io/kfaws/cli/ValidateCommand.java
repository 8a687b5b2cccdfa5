package io.kfaws.cli;

import io.kfaws.Generation;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kfaws validate}: judges the wish and all that would be generated from it. */
@Command(
    name = "validate",
    description = {
      "Judge the wish and everything it would generate; read and write no overlay.",
      "",
      "All findings of a stage are reported at once, each with its line and column."
    },
    footer = {
      "  kfaws validate",
      "  kfaws validate -f - < kfaws.yaml",
    })
final class ValidateCommand implements Callable<Integer> {

  @Mixin private WishOptions wish = new WishOptions();

  @Mixin private Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException {
    Generation generation = wish.generate(OutputOption.beside(wish));
    terminal.report(generation.warnings());
    String overlays =
        generation.tree().files().keySet().stream()
            .map(path -> path.substring(0, path.indexOf('/')))
            .distinct()
            .collect(Collectors.joining(", "));
    terminal.print(wish.name() + ": valid; overlays " + overlays);
    return ExitCodes.FINE;
  }
}
