package io.kfaws.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails the build if the configuration cannot be fulfilled: validates the configuration, and the
 * overlays that follow from it, in memory. What lies in the folder of the overlays does not matter:
 * see {@code check} for that. Writes nothing.
 */
@Mojo(
    name = "validate",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public final class ValidateMojo extends AbstractKfawsMojo {

  /** Skips this goal. */
  @Parameter(property = "kfaws.validate.skip", defaultValue = "false")
  private boolean skipValidate;

  @Override
  boolean skipsThisGoal() {
    return skipValidate;
  }

  @Override
  void finish(Run run) {
    getLog().info(configuration() + " is valid: " + run.generation().files().size() + " files");
  }
}
