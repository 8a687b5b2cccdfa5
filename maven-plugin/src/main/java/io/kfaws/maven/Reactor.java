package io.kfaws.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MavenPluginManager;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The projects of a build, for a goal on the command line.
 *
 * <p>A goal that works without a POM is one that Maven runs once, for the first project: {@code
 * DefaultLifecycleTaskSegmentCalculator} takes such a goal for an aggregator, and the other modules
 * are skipped in a green build. So the goal itself goes from project to project, each with the
 * parameters that Maven would have given it there.
 */
final class Reactor {
  private final MavenSession session;
  private final MojoExecution execution;
  private final MojoDescriptor goal;
  private final MavenPluginManager mojos;
  private final LifecycleExecutor plans;
  private final Log log;

  Reactor(
      MavenSession session,
      MojoExecution execution,
      MavenPluginManager mojos,
      LifecycleExecutor plans,
      Log log) {
    this.session = session;
    this.execution = execution;
    this.goal = execution.getMojoDescriptor();
    this.mojos = mojos;
    this.plans = plans;
    this.log = log;
  }

  /** Whether Maven left it to the goal to go from project to project. */
  boolean isLeftToTheGoal() {
    return execution.getSource() == MojoExecution.Source.CLI
        && session.getProjects().size() > 1
        && !isOneFileNamed();
  }

  /** A file that is named in full is that of no project in particular. */
  private boolean isOneFileNamed() {
    String file = session.getUserProperties().getProperty("kfaws.file");
    return file != null && Path.of(file).isAbsolute();
  }

  /**
   * Whether the goal has nothing to do in the project that it is bound in: the project only lists
   * modules, and at least one of them has the goal to answer for itself.
   */
  boolean isLeftToModules() {
    return execution.getSource() != MojoExecution.Source.CLI
        && isAggregator(session.getCurrentProject())
        && session.getAllProjects().stream()
            .anyMatch(project -> !isAggregator(project) && isBound(project));
  }

  /**
   * Runs the goal in each project that has a configuration, also after one that fails.
   *
   * @throws MojoFailureException if a project fails, or none has a configuration
   * @throws MojoExecutionException if a project fails for another reason than its configuration
   */
  void run() throws MojoExecutionException, MojoFailureException {
    List<String> without = new ArrayList<>();
    List<Exception> failures = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    List<MavenProject> projects = session.getProjects();
    for (MavenProject project : projects) {
      log.info("kfaws:" + goal.getGoal() + " in " + project.getArtifactId());
      MojoExecution here = new MojoExecution(goal, execution.getExecutionId());
      Mojo made = null;
      try {
        AbstractKfawsMojo mojo = configured(project, here);
        made = mojo;
        if (mojo.isSkipped() || mojo.hasConfiguration() || isExpected(project, here)) {
          mojo.executeHere();
        } else {
          without.add("  " + mojo.configuration());
          log.info(
              "there is no "
                  + mojo.configuration()
                  + (isAggregator(project) ? "; the modules have their own" : ": nothing to do"));
        }
      } catch (MojoFailureException | MojoExecutionException e) {
        failures.add(e);
        messages.add(project.getArtifactId() + ": " + e.getMessage());
      } finally {
        mojos.releaseMojo(made, here);
      }
    }
    if (!failures.isEmpty()) {
      String message =
          failures.size()
              + " of "
              + projects.size()
              + " projects failed\n"
              + String.join("\n", messages);
      if (failures.stream().anyMatch(MojoExecutionException.class::isInstance)) {
        throw new MojoExecutionException(message, failures.get(0));
      }
      throw new MojoFailureException(message, failures.get(0));
    }
    if (without.size() == projects.size()) {
      throw new MojoFailureException(
          "no project of this build has a configuration; there is no\n"
              + String.join("\n", without)
              + "\n  hint: the configuration is kfaws.yaml in the folder of a module, unless you name"
              + " another file");
    }
  }

  /** Whether a project without its configuration is wrong: its POM says that there is one. */
  private boolean isExpected(MavenProject project, MojoExecution here) {
    String byDefault = goal.getMojoConfiguration().getChild("file").getValue("");
    boolean isNamed = !byDefault.equals(here.getConfiguration().getChild("file").getValue());
    return !isAggregator(project) && (isNamed || isBound(project));
  }

  private boolean isBound(MavenProject project) {
    var plugin = project.getPlugin(goal.getPluginDescriptor().getPluginLookupKey());
    return plugin != null
        && plugin.getExecutions().stream().anyMatch(bound -> !bound.getGoals().isEmpty());
  }

  private static boolean isAggregator(MavenProject project) {
    return !project.getModules().isEmpty();
  }

  /**
   * The goal as Maven would configure it for a project: from its POM, and relative to its folder.
   */
  private AbstractKfawsMojo configured(MavenProject project, MojoExecution here)
      throws MojoExecutionException {
    // A copy, as Maven itself makes one for each project.
    MavenSession there = session.clone();
    there.setCurrentProject(project);
    try {
      here.setConfiguration(configuration(there));
      return (AbstractKfawsMojo) mojos.getConfiguredMojo(Mojo.class, there, here);
    } catch (Exception e) { // Maven has a dozen classes for a POM or a parameter that is wrong.
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  private Xpp3Dom configuration(MavenSession there) throws Exception {
    String task = goal.getId() + "@" + execution.getExecutionId();
    return plans.calculateExecutionPlan(there, task).getMojoExecutions().get(0).getConfiguration();
  }
}
