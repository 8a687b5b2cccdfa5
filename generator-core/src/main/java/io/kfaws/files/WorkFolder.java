package io.kfaws.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names in {@code .kfaws.work}, the folder a run works in. It lies inside the output folder:
 * there it is on the same disk, so files move in one go, and writable where the output is.
 */
record WorkFolder(Path path) {

  static WorkFolder of(OutputFolder folder) {
    return new WorkFolder(folder.work());
  }

  /** Held by the run at work. */
  Path lock() {
    return path.resolve("lock");
  }

  /** Present from before the first file moves until all have moved. */
  Path journal() {
    return path.resolve("journal.json");
  }

  /** The journal while it is being written. */
  Path draft() {
    return path.resolve("journal.draft");
  }

  /** The journal of a run that has only to tidy up. */
  Path done() {
    return path.resolve("journal.done");
  }

  /** The file that step {@code n} brings, until it is moved in. */
  Path coming(int n) {
    return path.resolve("new-" + n);
  }

  /** The file that step {@code n} replaces or removes, once it is moved out. */
  Path going(int n) {
    return path.resolve("old-" + n);
  }

  boolean exists() {
    return Files.exists(path, NOFOLLOW_LINKS);
  }

  /** Whether files are half moved. */
  boolean isInterrupted() {
    return Files.exists(journal(), NOFOLLOW_LINKS);
  }

  /** Everything in it but the lock; the journals first, for the others mean nothing without. */
  List<Path> contents() throws IOException {
    try (Stream<Path> list = Files.list(path)) {
      List<Path> contents = new ArrayList<>(list.filter(file -> !file.equals(lock())).toList());
      contents.sort((a, b) -> Boolean.compare(isJournal(b), isJournal(a)));
      return contents;
    }
  }

  private boolean isJournal(Path file) {
    return file.equals(journal()) || file.equals(done());
  }
}
