package io.kfaws;

import java.util.List;

/**
 * What a run did to the output folder.
 *
 * @param changes the changes it made, sorted by path; empty when nothing at all was written
 * @param warnings what a user has to know of the files that it left
 */
public record Applied(List<Change> changes, List<Diagnostic> warnings) {

  /** Keeps copies of the lists. */
  public Applied {
    changes = List.copyOf(changes);
    warnings = List.copyOf(warnings);
  }
}
