package io.kfaws.cli;

import io.kfaws.Diagnostic;
import io.kfaws.Generation;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.iam.Account;
import io.kfaws.iam.Graph;
import io.kfaws.iam.GraphDot;
import io.kfaws.iam.GraphMermaid;
import io.kfaws.iam.GraphText;
import io.kfaws.iam.Role;
import io.kfaws.text.Nearest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /** How the graph is written. */
  enum Format {
    TEXT,
    MERMAID,
    DOT;

    String picture(Graph graph) {
      return switch (this) {
        case TEXT -> GraphText.of(graph);
        case MERMAID -> GraphMermaid.of(graph);
        case DOT -> GraphDot.of(graph);
      };
    }

    /** As users write it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what users write; picocli alone would offer the constants' names too. */
    static final class Reader implements ITypeConverter<Format> {
      @Override
      public Format convert(String text) {
        return Stream.of(values())
            .filter(format -> format.toString().equals(text))
            .findFirst()
            .orElseThrow(() -> new TypeConversionException("text, mermaid or dot is expected"));
      }
    }
  }

  @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Format.Reader.class,
      description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

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
    Generation generation = configuration.generate(OutputOption.beside(configuration));
    terminal.report(generation.warnings());
    Graph graph = profiles.isEmpty() ? generation.graph() : chosen(generation);
    format.picture(graph).lines().forEach(terminal::print);
    return ExitCodes.FINE;
  }

  private Graph chosen(Generation generation) {
    Graph graph = generation.graph();
    Set<String> known = new TreeSet<>(generation.profiles());
    graph.accounts().keySet().stream()
        .filter(account -> !account.isPattern())
        .forEach(account -> known.add(account.namespace()));
    List<Diagnostic> unknown =
        profiles.stream()
            .filter(name -> !known.contains(name))
            .map(name -> unknown(name, known))
            .toList();
    KfawsException.throwIfErrors(unknown);
    return only(graph, profiles);
  }

  private static Graph only(Graph graph, Set<String> namespaces) {
    SortedMap<ServiceAccount, Account> accounts = new TreeMap<>();
    SortedMap<String, Role> roles = new TreeMap<>();
    for (String namespace : namespaces) {
      Graph there = graph.only(namespace);
      accounts.putAll(there.accounts());
      roles.putAll(there.roles());
    }
    return new Graph(accounts, roles, graph.findings());
  }

  private Diagnostic unknown(String name, Set<String> known) {
    return Diagnostic.error(
        "unknown-profile-filter",
        Location.of(configuration.name()),
        "profiles",
        "there is no " + name + ", and no other namespace of that name has access",
        Nearest.to(name, known)
            .map(near -> "did you mean " + near + "?")
            .orElse("without --profile, everybody is shown"));
  }
}
