package io.kfaws.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Looks into directories, links not followed, and removes empty ones. */
final class Directories {
  private Directories() {}

  /** A directory and everything below it, inner ones first. */
  static List<Path> innerFirst(Path top) throws IOException {
    try (Stream<Path> walk = Files.walk(top)) {
      List<Path> paths = new ArrayList<>(walk.toList());
      Collections.reverse(paths);
      return paths;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Deletes a directory that holds nothing; returns whether it is gone. */
  static boolean deleteIfEmpty(Disk disk, Path path) throws IOException {
    if (!Files.isDirectory(path, NOFOLLOW_LINKS)) {
      return !Files.exists(path, NOFOLLOW_LINKS);
    }
    try {
      boolean empty = isEmpty(path);
      if (empty) {
        disk.delete(path);
      }
      return empty;
    } catch (DirectoryNotEmptyException e) {
      // Another run put something into it just now.
      return false;
    } catch (NoSuchFileException e) {
      // Another run removed it just now.
      return true;
    }
  }

  private static boolean isEmpty(Path path) throws IOException {
    try (Stream<Path> list = Files.list(path)) {
      return list.findAny().isEmpty();
    }
  }
}
