package io.kfaws.architecture.violations.text;

import java.io.IOException;

/** Starts a program of its own. */
final class Starter {
  private Starter() {}

  static Process start() throws IOException {
    return new ProcessBuilder("true").start();
  }
}
