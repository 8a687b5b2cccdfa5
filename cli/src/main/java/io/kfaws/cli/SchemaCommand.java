package io.kfaws.cli;

import io.kfaws.Kfaws;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kfaws schema}: prints the JSON Schema of the configuration. */
@Command(
    name = "schema",
    description = {
      "Print the JSON Schema of the configuration.",
      "",
      "An editor with a YAML language server completes and checks kfaws.yaml by it."
    },
    footer = {
      "  kfaws schema > kfaws.schema.json",
      "  # then, first line of kfaws.yaml:",
      "  # yaml-language-server: $$schema=kfaws.schema.json",
    })
final class SchemaCommand implements Callable<Integer> {

  @Mixin private Terminal terminal = new Terminal();

  @Override
  public Integer call() {
    terminal.print(Kfaws.create().schema().stripTrailing());
    return ExitCodes.FINE;
  }
}
