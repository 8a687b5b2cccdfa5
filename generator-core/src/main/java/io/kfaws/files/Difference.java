package io.kfaws.files;

import io.kfaws.Change;
import io.kfaws.Diagnostic;
import io.kfaws.Location;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a folder differs from a tree: what a run would do to it, and what is gone already.
 *
 * @param folder the folder as it was named
 * @param changes what a run would do, sorted by path; empty if the folder is up to date. The ledger
 *     is listed only where it is all that changes
 * @param lost the paths of files that kfaws wrote once, generates no longer, and that somebody else
 *     has taken away; sorted
 * @param isMerged whether two branches were merged in the folder since the last run: then a lost
 *     file went in one of them, by a run of kfaws
 * @param remarks what a user has to know of the files beside what changes: sides of a merge, line
 *     endings, a {@code .gitattributes} of his own
 */
public record Difference(
    Path folder,
    List<Change> changes,
    SortedSet<String> lost,
    boolean isMerged,
    List<Diagnostic> remarks) {
  /** Copies what it holds. */
  public Difference {
    changes = List.copyOf(changes);
    remarks = remarks.stream().distinct().sorted().toList();
    lost = Collections.unmodifiableSortedSet(new TreeSet<>(lost));
  }

  /** A path of the folder as the user knows it, as a place for messages. */
  public Location location(String path) {
    return OutputFolder.location(folder, path);
  }
}
