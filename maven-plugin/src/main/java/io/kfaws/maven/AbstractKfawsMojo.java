package io.kfaws.maven;

import io.kfaws.Change;
import io.kfaws.Diagnostic;
import io.kfaws.Generation;
import io.kfaws.Kfaws;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MavenPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What the goals share: the parameters, the one computation, and how its end reaches Maven.
 *
 * <p>Defaults say {@code basedir}, not {@code project.basedir}: only the former has a value where
 * there is no POM, and there it is the current folder. Maven resolves a relative file against it.
 */
@SuppressWarnings("NullAway.Init") // Maven sets the fields before it calls execute().
abstract class AbstractKfawsMojo extends AbstractMojo {

  /** The configuration: the file that says what is to be generated. */
  @Parameter(property = "kfaws.file", defaultValue = "${basedir}/kfaws.yaml", required = true)
  private File file;

  /** The folder of the generated overlays; each overlay is a folder in it. */
  @Parameter(property = "kfaws.output", defaultValue = "${basedir}/overlays", required = true)
  private File output;

  /**
   * A folder with your own versions of template files. A file in it takes the place of the built-in
   * file with the same path; without this parameter all templates are the built-in ones.
   */
  @Parameter(property = "kfaws.templates")
  private @Nullable File templates;

  /** Skips every kfaws goal. */
  @Parameter(property = "kfaws.skip", defaultValue = "false")
  private boolean skip;

  /** The build. */
  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /** How the goal was asked for. */
  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  @Inject private MavenPluginManager mojos;

  @Inject private LifecycleExecutor plans;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    Reactor reactor = new Reactor(session, execution, mojos, plans, getLog());
    if (reactor.isLeftToTheGoal()) {
      reactor.run();
    } else if (!isSkipped() && !hasConfiguration() && reactor.isLeftToModules()) {
      getLog().info("there is no " + configuration() + "; the modules have their own");
    } else {
      executeHere();
    }
  }

  /** Does what the goal is for, with this one configuration. */
  final void executeHere() throws MojoExecutionException, MojoFailureException {
    if (isSkipped()) {
      getLog().info("kfaws is skipped");
      return;
    }
    try {
      Kfaws kfaws = templates == null ? Kfaws.create() : Kfaws.withTemplates(templates.toPath());
      Source source = Source.read(configuration());
      Generation generation =
          kfaws
              .generate(source, folder())
              .onWait(() -> getLog().info("waiting for another run of kfaws in " + folder()));
      warn(generation.warnings());
      finish(new Run(kfaws, source, generation));
    } catch (KfawsException e) {
      // Maven fills the first line of a message with the goal's name; the findings get their own.
      throw new MojoFailureException(
          "the configuration cannot be fulfilled:\n" + e.getMessage(), e);
    } catch (IOException e) {
      // A file exception's message is often the bare path; its class says what went wrong.
      throw new MojoExecutionException(
          "generating " + folder() + " from " + configuration() + ": " + e, e);
    }
  }

  /**
   * What a goal works with.
   *
   * @param kfaws the library, with the templates of the parameters
   * @param configuration the configuration, read
   * @param generation the overlays that the configuration asks for
   */
  record Run(Kfaws kfaws, Source configuration, Generation generation) {}

  final boolean isSkipped() {
    return skip || skipsThisGoal();
  }

  /** Whether there is anything at the place of the configuration. */
  final boolean hasConfiguration() {
    return file.exists();
  }

  /** Whether the parameter that skips just this goal is set. */
  abstract boolean skipsThisGoal();

  /**
   * Does what this goal is for with the overlays that were generated in memory.
   *
   * @throws KfawsException if it refuses
   */
  abstract void finish(Run run) throws IOException, MojoFailureException;

  /** Logs what is worth a look. */
  final void warn(List<Diagnostic> warnings) {
    warnings.forEach(warning -> getLog().warn(warning.toString()));
  }

  /** The configuration, absolute. */
  final Path configuration() {
    return file.toPath();
  }

  /** The folder of the overlays, absolute. */
  final Path folder() {
    return output.toPath();
  }

  /** A change in one line: {@code modified rds-s3/kustomization.yaml}. */
  static String headline(Change change) {
    return change.kind().name().toLowerCase(Locale.ROOT) + " " + change.path();
  }
}
