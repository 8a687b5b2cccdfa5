package io.kfaws.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

  /**
   * The file that comes to a path of the output folder, or the folder, until it is moved in: what
   * comes is a tree here, so that a folder that is new comes as a whole.
   *
   * @throws IOException if this system cannot encode its name
   */
  Path coming(String path) throws IOException {
    return inside().resolve(comingPath(path));
  }

  /** The same, as a path of {@link #inside}. */
  static String comingPath(String path) {
    return "new/" + path;
  }

  /** This folder, to look into without following links. */
  OutputFolder inside() {
    return new OutputFolder(path, path);
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

  /**
   * Everything in it but the lock; the journals first, for the others mean nothing without, and the
   * inside of a folder before it.
   */
  List<Path> contents() throws IOException {
    List<Path> contents = new ArrayList<>(Directories.innerFirst(path));
    contents.removeAll(List.of(path, lock()));
    contents.sort((a, b) -> Boolean.compare(isJournal(b), isJournal(a)));
    return contents;
  }

  private boolean isJournal(Path file) {
    return file.equals(journal()) || file.equals(done());
  }
}
