package io.kfaws.house.violations.text;

/** Says nothing by its name, changes, and stands in a package that is not null-marked. */
final class TextHelper {
  private int count;

  int next() {
    return ++count;
  }
}
