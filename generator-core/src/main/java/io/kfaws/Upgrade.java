package io.kfaws;

import java.util.List;

/**
 * What a configuration becomes on its own release and on another one, both in memory and validated.
 *
 * @param before what the configuration becomes as it is
 * @param after what it becomes with the other release, with that release's warnings
 */
public record Upgrade(Generation before, Generation after) {

  /** The files that differ, sorted by path; empty where the releases call for the same files. */
  public List<Change> changes() {
    return after.tree().changesSince(before.tree());
  }
}
