package io.kfaws.maven;

import static java.util.stream.Collectors.joining;

import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Proof;
import io.kfaws.ProveOptions;
import io.kfaws.RuleResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Builds the overlays with the real kustomize and fails the build unless what comes out is what the
 * configuration says. Writes nothing; the overlays must be up to date.
 *
 * <p>It needs kustomize or kubectl on the machine, so it is bound to no phase by default: bind it
 * to {@code verify} where that is sure.
 */
@Mojo(name = "prove", requiresProject = false, threadSafe = true)
public final class ProveMojo extends AbstractKfawsMojo {

  /**
   * The kustomize or kubectl that builds, by name or path; without this parameter the first of the
   * two that is on the PATH.
   */
  @Parameter(property = "kfaws.engine")
  private @Nullable String engine;

  /** How many seconds one build may take; a remote base is fetched first. */
  @Parameter(property = "kfaws.timeout", defaultValue = "600")
  private long timeout;

  /** Skips this goal. */
  @Parameter(property = "kfaws.prove.skip", defaultValue = "false")
  private boolean skipProve;

  @Override
  boolean skipsThisGoal() {
    return skipProve;
  }

  @Override
  void finish(Run run) throws IOException, MojoFailureException {
    if (timeout < 1) {
      throw new MojoFailureException("kfaws.timeout is " + timeout + "; at least 1 is expected");
    }
    Proof proof = proof(run);
    getLog().info("built with " + proof.engine());
    for (Proof.Overlay overlay : proof.overlays()) {
      getLog().info(overlay.name() + ": " + overlay.objects() + " objects");
      overlay.results().forEach(result -> getLog().info("  " + line(result)));
    }
    if (!proof.isProven()) {
      throw new MojoFailureException(
          proof.findings().stream()
              .map(Diagnostic::toString)
              .collect(
                  joining(
                      "\n", folder() + " is not proven to be what the configuration says:\n", "")));
    }
  }

  private Proof proof(Run run) throws IOException, MojoFailureException {
    try {
      return run.generation()
          .prove(new ProveOptions(Optional.ofNullable(engine), Duration.ofSeconds(timeout)));
    } catch (KfawsException e) {
      throw new MojoFailureException("nothing can be proven:\n" + e.getMessage(), e);
    }
  }

  private static String line(RuleResult result) {
    String wrong = result.isPassed() ? "" : ", " + result.findings().size() + " findings";
    return result.rule() + ": " + result.proven() + " proven" + wrong;
  }
}
