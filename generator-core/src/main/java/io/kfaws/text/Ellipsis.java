package io.kfaws.text;

import java.util.Optional;

/** A line that stands for what a page of documentation does not repeat. */
final class Ellipsis {
  private Ellipsis() {}

  /**
   * What to do about such a line; empty if it is none.
   *
   * @param line the line in {@code text}, from 0
   * @param called what the message calls it
   */
  static Optional<String> hint(String text, int line, String called) {
    return text.lines()
        .skip(line)
        .findFirst()
        .map(String::strip)
        .filter(only -> only.equals("...") || only.equals("…"))
        .map(only -> called + " leaves something out: write it there, or take the line away");
  }
}
