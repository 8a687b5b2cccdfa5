package io.kfaws.files;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the paths of a folder, at each folder above them once: for as long as nobody else is
 * expected to make or remove folders there. It follows no link.
 */
final class Look {
  private final OutputFolder folder;
  // What lies at a folder's path, or else what ends the way to it.
  private final Map<String, Found> folders = new HashMap<>();

  Look(OutputFolder folder) {
    this.folder = folder;
  }

  /** Looks at a path, from the top down, and reads it where it is a file. */
  Found at(String path) throws IOException {
    Found above = above(path);
    return switch (above.kind()) {
      case FOLDER -> folder.lookAt(path);
      case MISSING -> Found.of(Found.Kind.MISSING, path);
      default -> above;
    };
  }

  /** The outermost folder above a path that is not there. */
  Optional<String> missingAbove(String path) throws IOException {
    Found above = above(path);
    return above.kind() == Found.Kind.MISSING ? Optional.of(above.at()) : Optional.empty();
  }

  /** Whether there is a folder at a path. */
  boolean isFolder(String path) throws IOException {
    return folder(path).kind() == Found.Kind.FOLDER;
  }

  private Found above(String path) throws IOException {
    int end = path.lastIndexOf('/');
    return end < 0 ? Found.of(Found.Kind.FOLDER, "") : folder(path.substring(0, end));
  }

  private Found folder(String path) throws IOException {
    Found known = folders.get(path);
    if (known == null) {
      Found above = above(path);
      known = above.kind() == Found.Kind.FOLDER ? asFolder(path) : above;
      folders.put(path, known);
    }
    return known;
  }

  private Found asFolder(String path) throws IOException {
    Found.Kind kind = folder.kindOf(path);
    boolean isInTheWay = kind == Found.Kind.FILE || kind == Found.Kind.OTHER;
    return Found.of(isInTheWay ? Found.Kind.NO_FOLDER : kind, path);
  }
}
