package io.kfaws.maven;

import io.kfaws.Applied;
import io.kfaws.Change;
import io.kfaws.LastSteps;
import io.kfaws.Overwrite;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Generates the overlays that the configuration asks for.
 *
 * <p>Writes only files whose content changes, deletes only files that it wrote earlier, and leaves
 * every other file alone. A generated file that was edited since is refused, so is the removal of a
 * Profile that {@code deleteProfiles} does not name, and then nothing is written. This goal writes
 * into the source tree, so it is bound to no phase by default.
 */
@Mojo(name = "generate", requiresProject = false, threadSafe = true)
public final class GenerateMojo extends AbstractKfawsMojo {

  /** Overwrites generated files that were edited since, instead of refusing them. */
  @Parameter(property = "kfaws.force", defaultValue = "false")
  private boolean force;

  /**
   * The names of the Profiles that the configuration no longer has and whose files may go, on the
   * command line separated by commas. A Profile takes its namespace with it, and all data there, so
   * any other removal of a Profile is refused, also with {@code force}; and so is a name of a
   * Profile that does not go. What is left to do in the cluster and in AWS is logged.
   */
  @Parameter(property = "kfaws.deleteProfiles")
  private List<@Nullable String> deleteProfiles = List.of();

  /** Skips this goal. */
  @Parameter(property = "kfaws.generate.skip", defaultValue = "false")
  private boolean skipGenerate;

  @Override
  boolean skipsThisGoal() {
    return skipGenerate;
  }

  @Override
  void finish(Run run) throws IOException {
    Overwrite overwrite = force ? Overwrite.FORCE : Overwrite.REFUSE;
    Set<String> deletions = deletions();
    Applied applied = run.generation().apply(overwrite, deletions);
    List<Change> changes = applied.changes();
    warn(applied.warnings());
    if (changes.isEmpty()) {
      getLog().info(folder() + " is up to date");
      return;
    }
    changes.forEach(change -> getLog().info(headline(change)));
    getLog().info("files changed in " + folder() + ": " + changes.size());
    LastSteps.afterDeletionOf(deletions, run.generation(), applied).forEach(getLog()::info);
  }

  /** Maven hands over nothing for the empty element of a list. */
  private Set<String> deletions() {
    Set<String> deletions = new TreeSet<>();
    for (String name : deleteProfiles) {
      if (name != null) {
        deletions.add(name);
      }
    }
    return deletions;
  }
}
