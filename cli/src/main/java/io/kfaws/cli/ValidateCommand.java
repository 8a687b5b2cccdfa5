package io.kfaws.cli;

import io.kfaws.Generation;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
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
    String overlays = String.join(", ", overlays(generation.tree().files().keySet()));
    terminal.print(wish.name() + ": valid; overlays " + overlays + profiles(generation));
    return ExitCodes.FINE;
  }

  /** The folders that kustomize builds; what else is generated lies beside them. */
  private static List<String> overlays(Set<String> files) {
    return files.stream()
        .map(path -> path.substring(0, path.indexOf('/')))
        .distinct()
        .filter(folder -> files.contains(folder + "/kustomization.yaml"))
        .toList();
  }

  private static String profiles(Generation generation) {
    int count = generation.profiles().size();
    return count == 0 ? "" : "; " + count + (count == 1 ? " profile" : " profiles");
  }
}
