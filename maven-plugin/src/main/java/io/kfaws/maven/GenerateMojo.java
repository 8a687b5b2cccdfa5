package io.kfaws.maven;

import io.kfaws.files.Change;
import io.kfaws.files.Overwrite;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Generates the overlays that the wish asks for.
 *
 * <p>Writes only files whose content changes, deletes only files that it wrote earlier, and leaves
 * every other file alone. A generated file that was edited since is refused, and then nothing is
 * written. This goal writes into the source tree, so it is bound to no phase by default.
 */
@Mojo(name = "generate", requiresProject = false, threadSafe = true)
public final class GenerateMojo extends AbstractKfawsMojo {

  /** Overwrites generated files that were edited since, instead of refusing them. */
  @Parameter(property = "kfaws.force", defaultValue = "false")
  private boolean force;

  /** Skips this goal. */
  @Parameter(property = "kfaws.generate.skip", defaultValue = "false")
  private boolean skipGenerate;

  @Override
  boolean skipsThisGoal() {
    return skipGenerate;
  }

  @Override
  void finish(Run run) throws IOException {
    List<Change> changes =
        run.generation().apply(force ? Overwrite.FORCE : Overwrite.REFUSE).changes();
    if (changes.isEmpty()) {
      getLog().info(folder() + " is up to date");
      return;
    }
    changes.forEach(change -> getLog().info(headline(change)));
    getLog().info("files changed in " + folder() + ": " + changes.size());
  }
}
