package io.kfaws.files;

import java.util.List;

/**
 * What a run did to the output folder.
 *
 * @param changes the changes it made, sorted by path; empty when nothing at all was written
 */
public record Applied(List<Change> changes) {

  /** Keeps a copy of the list. */
  public Applied {
    changes = List.copyOf(changes);
  }
}
