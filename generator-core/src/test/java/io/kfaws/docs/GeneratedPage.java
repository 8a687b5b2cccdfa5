package io.kfaws.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kfaws.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of {@code docs/} that is made of what it describes. */
final class GeneratedPage {
  private GeneratedPage() {}

  /** Compares the page on disk, or writes it anew with {@code -Dkfaws.goldens=write}. */
  static void check(String name, String text) throws IOException {
    Path page = Cases.ROOT.resolve("docs").resolve(name);
    if (Cases.WRITE) {
      Files.writeString(page, text);
    }
    assertThat(Files.exists(page) ? Files.readString(page) : "")
        .as("docs/%s is not up to date; run this test with -Dkfaws.goldens=write", name)
        .isEqualTo(text);
  }
}
