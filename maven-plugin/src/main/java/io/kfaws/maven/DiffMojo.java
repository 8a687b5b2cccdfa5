package io.kfaws.maven;

import io.kfaws.Generation;
import io.kfaws.files.Change;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints, as unified diffs, what {@code generate} would change. Writes nothing, and differences do
 * not fail the build: see {@code check} for that.
 */
@Mojo(name = "diff", requiresProject = false, threadSafe = true)
public final class DiffMojo extends AbstractKfawsMojo {

  /** Skips this goal. */
  @Parameter(property = "kfaws.diff.skip", defaultValue = "false")
  private boolean skipDiff;

  @Override
  boolean skipsThisGoal() {
    return skipDiff;
  }

  @Override
  void finish(Generation generation) throws IOException {
    List<Change> changes = generation.changes();
    if (changes.isEmpty()) {
      getLog().info(folder() + " is up to date");
      return;
    }
    // The log prefixes only the first line, so the diff below it can be given to patch(1).
    changes.forEach(change -> getLog().info(headline(change) + "\n" + change.unifiedDiff()));
    getLog().info("files that generate would change in " + folder() + ": " + changes.size());
  }
}
