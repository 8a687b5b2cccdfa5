package io.kfaws;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a run would do to the output folder, as one look at it shows.
 *
 * @param changes how the folder differs from the files, sorted by path; empty if it is up to date
 * @param removedProfiles the names of the Profiles that would go, each with its namespace and all
 *     data in it
 * @param warnings one for each of these Profiles, and what else is to be known of the files that
 *     differ: those that hold both sides of a merge, those that differ in line endings alone
 */
public record Preview(
    List<Change> changes, SortedSet<String> removedProfiles, List<Diagnostic> warnings) {
  /** Copies what it holds. */
  public Preview {
    changes = List.copyOf(changes);
    removedProfiles = Collections.unmodifiableSortedSet(new TreeSet<>(removedProfiles));
    warnings = List.copyOf(warnings);
  }
}
