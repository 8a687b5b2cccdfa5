package io.kfaws.architecture.violations.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes, and says so. */
final class Scribe {
  private Scribe() {}

  static void write(Path file) throws IOException {
    Files.writeString(file, "");
    System.out.println(file);
  }
}
