package io.kfaws.cli;

import io.kfaws.prove.Engine;
import io.kfaws.prove.Proof;
import io.kfaws.prove.Prover;
import io.kfaws.prove.RuleResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * {@code kfaws prove}: builds the overlays with the real kustomize and validates what comes out.
 */
@Command(
    name = "prove",
    description = {
      "Build the overlays with kustomize and prove what comes out; write nothing.",
      "",
      "The overlays must be up to date: what is proven is what lies there. Each is built once, and"
          + " the base alone once for all; a remote base is fetched. The rules: every patch"
          + " changed something (patch-without-effect) and left nothing of itself (patch-residue), nothing"
          + " embedded is left (leftover-object), no reference leads nowhere (dangling-reference), no"
          + " variable has two values (value-and-value-from), every consumer is told what the configuration"
          + " says (wrong-consumer-value), pods meet the level of their namespace (pod-security), no two objects"
          + " have one name (name-conflict)."
    },
    footer = {
      "  kfaws prove",
      "  kfaws prove -f prod/kfaws.yaml -o prod/overlays --json",
      "  kfaws prove --engine /opt/kustomize/kustomize",
    })
final class ProveCommand implements Callable<Integer> {

  @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();

  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--engine",
      paramLabel = "PROGRAM",
      description =
          "The kustomize or kubectl that builds, by name or path. Default: the first of the two that"
              + " is on the PATH.")
  private @Nullable String engine;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long one build may take. Default: 600.")
  private long timeout = Engine.TIMEOUT.toSeconds();

  @Option(
      names = "--json",
      description = {
        "Print a JSON object instead: proven, engine (program, kustomize), and overlays (overlay,"
            + " proven, objects, and rules with rule, proven, and findings with file, line, column,"
            + " path, message, hint).",
        "Keys may be added, none is renamed or removed."
      })
  private boolean json;

  @Mixin private Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException {
    if (timeout < 1) {
      throw new ParameterException(
          terminal.commandLine(), "Invalid value for option '--timeout': at least 1 is expected");
    }
    Path folder = output.of(configuration);
    Engine found = Engine.find(Optional.ofNullable(engine), Duration.ofSeconds(timeout));
    Proof proof = configuration.prove(folder, new Prover(found));
    terminal.report(proof.warnings());
    if (json) {
      ProofJson.print(proof).lines().forEach(terminal::print);
    } else {
      report(proof, folder);
    }
    terminal.report(proof.findings());
    return proof.isProven() ? ExitCodes.FINE : ExitCodes.FINDINGS;
  }

  private void report(Proof proof, Path folder) {
    terminal.print("built with " + proof.engine());
    for (Proof.Overlay overlay : proof.overlays()) {
      terminal.print("");
      terminal.print(OutputOption.shown(folder, overlay.name()) + ": " + outcome(overlay));
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("RULE", "PROVEN", "FINDINGS"));
      for (RuleResult result : overlay.results()) {
        String findings = String.valueOf(result.findings().size());
        rows.add(List.of(result.rule(), String.valueOf(result.proven()), findings));
      }
      new Table(rows).lines().forEach(line -> terminal.print("  " + line));
    }
  }

  private static String outcome(Proof.Overlay overlay) {
    if (overlay.build().isEmpty()) {
      return "does not build";
    }
    return overlay.objects() + " objects, " + (overlay.isProven() ? "proven" : "not proven");
  }
}
