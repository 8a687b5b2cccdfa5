package io.kfaws;

import io.kfaws.files.Applied;
import io.kfaws.files.Change;
import io.kfaws.files.FileTree;
import io.kfaws.files.Overwrite;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.KfawsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a wish became, in memory and judged: the files, where they are meant to lie, and warnings.
 *
 * @param tree the files, by path below {@code output}
 * @param output the folder that they are meant for
 * @param warnings what is worth a look
 */
public record Generation(FileTree tree, Path output, List<Diagnostic> warnings) {
  /** Copies the list. */
  public Generation {
    warnings = List.copyOf(warnings);
  }

  /**
   * How the folder differs from the files; empty if it is up to date. Nothing is written.
   *
   * @throws KfawsException if the folder cannot be compared: a damaged ledger, links in it
   * @throws IOException if it cannot be read
   */
  public List<Change> changes() throws IOException {
    return tree.changesAgainst(output);
  }

  /**
   * Makes the folder equal to the files, or leaves it as it was.
   *
   * @throws KfawsException with every file that was edited since or is not kfaws' own, unless
   *     {@code overwrite} says otherwise
   * @throws IOException if the folder cannot be written; it is as it was before
   */
  public Applied apply(Overwrite overwrite) throws IOException {
    return tree.applyTo(output, overwrite);
  }
}
