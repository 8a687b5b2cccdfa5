package io.kfaws.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The folder that is written to, for reading: what lies where. It follows no link below itself.
 *
 * @param given the path as the user gave it, for messages
 * @param root the real path, whether or not it exists yet
 */
record OutputFolder(Path given, Path root) {

  /**
   * Finds the folder; a link to it is followed.
   *
   * @throws KfawsException if it, or a part of its path, is something else than a folder
   */
  static OutputFolder at(Path given) throws IOException {
    Path path = given.toAbsolutePath().normalize();
    Path existing = path;
    while (!Files.exists(existing, NOFOLLOW_LINKS)) {
      Path parent = existing.getParent();
      if (parent == null) {
        throw new NoSuchFileException(path.toString());
      }
      existing = parent;
    }
    if (!Files.isDirectory(existing)) {
      String what = Files.isSymbolicLink(existing) ? "is a link to nowhere" : "is not a folder";
      throw new KfawsException(
          Diagnostic.error(
              "not-a-folder",
              Location.of((existing.equals(path) ? given : existing).toString().replace('\\', '/')),
              "",
              what,
              "name another output folder, or move this away"));
    }
    return new OutputFolder(given, existing.toRealPath().resolve(existing.relativize(path)));
  }

  /** Where a path of the tree lies on disk. */
  Path resolve(String path) throws IOException {
    try {
      return root.resolve(path);
    } catch (InvalidPathException e) {
      FileSystemException named =
          new FileSystemException(path, null, "this system cannot encode the file's name");
      named.initCause(e);
      throw named;
    }
  }

  /** The ledger's place. */
  Path ledger() {
    return root.resolve(PathRule.LEDGER);
  }

  /** The place a run works in. */
  Path work() {
    return root.resolve(PathRule.WORK);
  }

  /** A path of the tree as the user knows it, as a place for messages. */
  Location location(String path) {
    return location(given, path);
  }

  /** A path below a folder that the user has named, as a place for messages. */
  static Location location(Path given, String path) {
    String folder = given.toString().replace('\\', '/');
    return Location.of(
        folder.isEmpty() ? path : folder.endsWith("/") ? folder + path : folder + "/" + path);
  }

  /** Looks at a path, from the top down, and reads it where it is a file. */
  Found look(String path) throws IOException {
    return new Look(this).at(path);
  }

  /** Looks at a path whose folder is there, and reads it where it is a file. */
  Found lookAt(String path) throws IOException {
    Found.Kind kind = kindOf(path);
    try {
      return kind == Found.Kind.FILE
          ? new Found(kind, path, Optional.of(Content.read(resolve(path))))
          : Found.of(kind, path);
    } catch (NoSuchFileException e) {
      // Another run moved it between the two looks; the comparison notices and looks again.
      return Found.of(Found.Kind.MISSING, path);
    }
  }

  /** What lies at a path whose folder is there. */
  Found.Kind kindOf(String path) throws IOException {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(resolve(path), BasicFileAttributes.class, NOFOLLOW_LINKS);
      return attributes.isSymbolicLink()
          ? Found.Kind.LINK
          : attributes.isRegularFile()
              ? Found.Kind.FILE
              : attributes.isDirectory() ? Found.Kind.FOLDER : Found.Kind.OTHER;
    } catch (NoSuchFileException e) {
      return Found.Kind.MISSING;
    }
  }
}
