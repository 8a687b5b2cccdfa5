package io.kfaws.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kfaws version}: the same as {@code kfaws --version}. */
@Command(
    name = "version",
    description = "Print the version.",
    footer = {"  kfaws version"})
final class VersionCommand implements Callable<Integer> {

  @Mixin private Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException {
    for (String line : new Version().getVersion()) {
      terminal.print(line);
    }
    return ExitCodes.FINE;
  }
}
