package io.kfaws.cli;

import io.kfaws.KfawsException;
import io.kfaws.Proof;
import io.kfaws.ProveOptions;
import io.kfaws.RuleResult;
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
      "The overlays must be up to date: what is proven is what is there. Each is built once, and the"
          + " base alone once for all; a remote base is fetched. The rules of an overlay: every patch"
          + " changed something (patch-without-effect) and left nothing of itself (patch-residue);"
          + " nothing embedded is left (leftover-object); no reference leads nowhere"
          + " (dangling-reference); no variable has two values (value-and-value-from); Secrets are"
          + " made of what their classes have (broken-secret); every program gets what the"
          + " configuration says (wrong-consumer-value); pods meet the level of their namespace"
          + " (pod-security); each namespace is there (missing-namespace); no two objects have one name"
          + " (name-conflict); kinds are in the base's order (kind-order); nothing is applied that"
          + " the cluster fills in (server-side-apply). Of the folders beside the overlays: what was"
          + " built is what the files say (build-differs), and no object is built by two folders"
          + " (object-built-twice)."
    },
    footer = {
      "  kfaws prove",
      "  kfaws prove -f prod/kfaws.yaml -o prod/overlays --json",
      "  kfaws prove --engine /opt/kustomize/kustomize",
    })
final class ProveCommand implements Callable<Integer> {

  @Mixin private ConfigurationArgument configuration = new ConfigurationArgument();

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
  private long timeout = ProveOptions.DEFAULT.timeout().toSeconds();

  @Option(
      names = "--json",
      description = {
        "Print a JSON object instead: proven, engine (program, kustomize), overlays (overlay,"
            + " proven, objects, and rules with rule, proven, and findings), and findings: why"
            + " nothing could be proven. A finding has rule, severity, file, line, column, path,"
            + " message, hint.",
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
    ProveOptions options =
        new ProveOptions(Optional.ofNullable(engine), Duration.ofSeconds(timeout));
    Proof proof;
    try {
      proof = configuration.generate(folder, terminal).prove(options);
    } catch (KfawsException e) {
      if (json) {
        ProofJson.print(e.diagnostics()).lines().forEach(terminal::print);
      }
      throw e;
    }
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
    if (!overlay.builds()) {
      return "does not build";
    }
    return overlay.objects() + " objects, " + (overlay.isProven() ? "proven" : "not proven");
  }
}
