package io.kfaws.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The configuration, named by the option or by the only argument. */
final class ConfigurationArgument extends ConfigurationOptions {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The configuration; the same as --file FILE.")
  private @Nullable Path argument;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before a command runs
  private CommandSpec command;

  @Override
  Path named() {
    if (argument == null) {
      return super.named();
    }
    if (isFileGiven(command.commandLine())) {
      throw new ParameterException(
          command.commandLine(),
          "--file names a configuration, and so does '" + argument + "': give one of them");
    }
    return argument;
  }
}
