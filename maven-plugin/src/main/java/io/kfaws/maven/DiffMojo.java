package io.kfaws.maven;

import io.kfaws.Change;
import io.kfaws.Preview;
import io.kfaws.Upgrade;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Prints, as unified diffs, what {@code generate} would change, or with {@code toRelease} what
 * another release of Kubeflow would change. Writes nothing, and differences do not fail the build:
 * see {@code check} for that.
 */
@Mojo(name = "diff", requiresProject = false, threadSafe = true)
public final class DiffMojo extends AbstractKfawsMojo {

  /** Skips this goal. */
  @Parameter(property = "kfaws.diff.skip", defaultValue = "false")
  private boolean skipDiff;

  /**
   * Another release of Kubeflow, for example {@code 26.03}. With it, what changing {@code
   * kubeflow.release} to it does to the generated files is printed; the folder plays no part.
   */
  @Parameter(property = "kfaws.toRelease")
  private @Nullable String toRelease;

  @Override
  boolean skipsThisGoal() {
    return skipDiff;
  }

  @Override
  void finish(Run run) throws IOException {
    if (toRelease == null) {
      Preview preview = run.generation().preview();
      warn(preview.warnings());
      print(preview.changes(), folder() + " is up to date", "generate would change in " + folder());
    } else {
      Upgrade upgrade = run.kfaws().upgrade(run.configuration(), folder(), toRelease);
      warn(
          upgrade.after().warnings().stream()
              .filter(warning -> !run.generation().warnings().contains(warning))
              .toList());
      String release = "Kubeflow " + toRelease;
      print(upgrade.changes(), release + " has the same files", "differ with " + release);
    }
  }

  private void print(List<Change> changes, String none, String what) {
    if (changes.isEmpty()) {
      getLog().info(none);
      return;
    }
    // The log prefixes only the first line, so the diff below it can be given to patch(1).
    changes.forEach(change -> getLog().info(headline(change) + "\n" + change.unifiedDiff()));
    getLog().info("files that " + what + ": " + changes.size());
  }
}
