package io.kfaws.maven;

import static java.util.stream.Collectors.joining;

import io.kfaws.Change;
import io.kfaws.Preview;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails the build if the overlays are not what the configuration asks for, and logs each difference
 * as a unified diff. Writes nothing.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class CheckMojo extends AbstractKfawsMojo {

  /** Skips this goal. */
  @Parameter(property = "kfaws.check.skip", defaultValue = "false")
  private boolean skipCheck;

  @Override
  boolean skipsThisGoal() {
    return skipCheck;
  }

  @Override
  void finish(Run run) throws IOException, MojoFailureException {
    Preview preview = run.generation().preview();
    List<Change> changes = preview.changes();
    if (changes.isEmpty()) {
      warn(preview.warnings());
      getLog().info(folder() + " is up to date");
      return;
    }
    // The diffs go before the message: it ends the log, where it must stay short enough to read.
    changes.forEach(change -> getLog().error(headline(change) + "\n" + change.unifiedDiff()));
    warn(preview.warnings());
    throw new MojoFailureException(
        changes.stream()
            .map(change -> "  " + headline(change))
            .collect(
                joining(
                    "\n",
                    folder()
                        + " is not what "
                        + configuration()
                        + " asks for; generate would change\n",
                    "\n  hint: run kfaws:generate and commit what it writes")));
  }
}
