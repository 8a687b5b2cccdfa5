package io.kfaws.files;

import io.kfaws.Change;

/**
 * One file that a run puts, replaces or takes away.
 *
 * @param change what is done
 * @param before the SHA-256 of the file on disk, or empty where there is none
 * @param after the SHA-256 of the file that comes, or empty where there is none
 */
record Step(Change change, String before, String after) {

  String path() {
    return change.path();
  }

  /** Whether a file on disk has to be replaced. */
  boolean replaces() {
    return change.kind() != Change.Kind.ADDED;
  }

  /** Whether a file is there afterwards. */
  boolean writes() {
    return change.kind() != Change.Kind.REMOVED;
  }
}
