package io.kfaws.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kfaws completion}: prints the script that completes commands and options in a shell. */
@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh.",
    footer = {
      "  source <(kfaws completion)",
      "  kfaws completion > /etc/bash_completion.d/kfaws",
    })
final class CompletionCommand implements Callable<Integer> {

  /** The shells that the script is for. */
  enum Shell {
    bash,
    zsh
  }

  @Parameters(
      paramLabel = "SHELL",
      arity = "0..1",
      description = "${COMPLETION-CANDIDATES}; one script serves both.")
  @SuppressWarnings("UnusedVariable") // there is nothing to choose
  private @Nullable Shell shell;

  @Mixin private Terminal terminal = new Terminal();

  @Override
  public Integer call() {
    CommandLine root = terminal.commandLine().getParent();
    String script = AutoComplete.bash(root.getCommandName(), root);
    // picocli writes the platform's line ends, a shell reads LF.
    terminal.print(script.replace("\r\n", "\n").stripTrailing());
    return ExitCodes.FINE;
  }
}
