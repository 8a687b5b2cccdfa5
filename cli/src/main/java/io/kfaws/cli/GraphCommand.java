package io.kfaws.cli;

import io.kfaws.Generation;
import io.kfaws.GraphFormat;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code kfaws graph}: prints who may touch what in AWS. */
@Command(
    name = "graph",
    description = {
      "Print who may touch what in AWS; write nothing.",
      "",
      "Each line of access goes from pods through their service account, its role and the role's"
          + " policies to resources. It is read from what would be generated, after the configuration and all"
          + " of that were validated as 'kfaws validate' does."
    },
    footer = {
      "  kfaws graph",
      "  kfaws graph --profile team-a --profile team-b",
      "  kfaws graph --format dot | dot -Tsvg > graph.svg",
    })
final class GraphCommand implements Callable<Integer> {

  /** Reads and offers formats as users write them: in small letters. */
  static final class Format implements ITypeConverter<GraphFormat>, Iterable<String> {
    @Override
    public GraphFormat convert(String text) {
      return Stream.of(GraphFormat.values())
          .filter(format -> word(format).equals(text))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("text, mermaid or dot is expected"));
    }

    @Override
    public Iterator<String> iterator() {
      return Stream.of(GraphFormat.values()).map(Format::word).iterator();
    }

    private static String word(GraphFormat format) {
      return format.name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private ConfigurationArgument configuration = new ConfigurationArgument();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Format.class,
      completionCandidates = Format.class,
      description = "One of ${COMPLETION-CANDIDATES}. Default: text.")
  private GraphFormat format = GraphFormat.TEXT;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = {
        "Only what hangs on the service accounts of this profile, or of another namespace that has"
            + " access. Can be repeated."
      })
  private Set<String> profiles = new TreeSet<>();

  @Mixin private Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException {
    Generation generation = configuration.generate(OutputOption.beside(configuration), terminal);
    terminal.report(generation.warnings());
    generation.drawGraph(format, profiles).lines().forEach(terminal::print);
    return ExitCodes.FINE;
  }
}
