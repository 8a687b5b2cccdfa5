package io.kfaws.architecture.violations.text;

/** Has a name that says nothing, changes, and is in a package that is not null-marked. */
final class TextHelper {
  private int count;

  int next() {
    return ++count;
  }
}
