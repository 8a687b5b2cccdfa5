package io.kfaws.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code kfaws} without a command: says what there is, and that one was expected. */
@Command(
    name = "kfaws",
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Turns one kfaws.yaml, the configuration, into validated kustomize overlays that put Kubeflow's"
            + " state on AWS: RDS, S3, Secrets Manager and IAM.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  kfaws generate                     write overlays/ beside kfaws.yaml",
      "  kfaws check                        in CI: fail if overlays/ is out of date",
      "  kfaws validate -f prod/kfaws.yaml  validate a configuration, write nothing",
      "  kfaws validate experiment.yaml     validate a manifest, without a configuration",
      "  kfaws prove                        build overlays/, validate what comes out",
      "  kfaws graph                        show who may touch what in AWS",
      "  kfaws import kubeflow-manifests    write the configuration of what is there already",
      "  kubectl kustomize overlays/rds-s3  build what was generated",
    },
    // The rest holds for every command.
    scope = ScopeType.INHERIT,
    synopsisHeading = "Usage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:fine",
      "1:findings: the configuration or a manifest is wrong, files differ from the configuration, an overlay is not"
          + " proven, a Profile would go, or a file that kfaws does not own is in the way",
      "2:wrong usage: an unknown option or command, a missing value",
      "3:a file or folder cannot be read or written, or kfaws itself is broken",
    })
final class KfawsCommand implements Callable<Integer> {

  /** In the order of the help. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          GenerateCommand.class,
          CheckCommand.class,
          DiffCommand.class,
          ValidateCommand.class,
          ProveCommand.class,
          GraphCommand.class,
          ImportCommand.class,
          SchemaCommand.class,
          ReleasesCommand.class,
          CompletionCommand.class,
          VersionCommand.class,
          HelpCommand.class);

  @Mixin private Terminal terminal = new Terminal();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and exit.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean version;

  /** The command line with all commands: those that are about the others need them. */
  static CommandLine all() {
    return with(COMMANDS);
  }

  /**
   * The command line for these arguments. It has the command that they begin with alone, since a
   * model of the others is most of what a short run costs; without such a command it has all.
   */
  static CommandLine of(String... args) {
    return COMMANDS.stream()
        .filter(type -> !type.equals(HelpCommand.class) && !type.equals(CompletionCommand.class))
        .filter(type -> args.length > 0 && args[0].equals(nameOf(type)))
        .findFirst()
        .map(type -> with(List.of(type)))
        .orElseGet(KfawsCommand::all);
  }

  private static CommandLine with(List<Class<?>> commands) {
    CommandLine commandLine = new CommandLine(new KfawsCommand());
    commands.forEach(commandLine::addSubcommand);
    return commandLine;
  }

  private static String nameOf(Class<?> command) {
    return Objects.requireNonNull(command.getAnnotation(Command.class)).name();
  }

  @Override
  public Integer call() {
    CommandLine commandLine = terminal.commandLine();
    commandLine.usage(commandLine.getErr());
    return ExitCodes.USAGE;
  }
}
