package io.kfaws.render;

import io.kfaws.KfawsException;
import io.kfaws.files.FileTree;
import io.kfaws.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;

/** An output format: the files that a plan becomes. */
public interface Layout {
  /**
   * Renders a plan.
   *
   * @param plan the decision
   * @param output the folder that the files are meant for; nothing is written there, but paths
   *     inside the files are relative to their places in it
   * @throws KfawsException with all templates and components that are not well-formed or name what
   *     is not there
   * @throws IOException if a template folder cannot be read
   */
  FileTree lay(Plan plan, Path output) throws IOException;
}
