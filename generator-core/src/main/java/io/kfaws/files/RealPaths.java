package io.kfaws.files;

import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Relative paths between places of which some may not exist yet, with links resolved: kustomize
 * resolves a root's links before it follows the relative paths inside.
 */
public final class RealPaths {
  private RealPaths() {}

  /**
   * The way from a folder to a file or folder, with {@code /} between names; {@code .} for itself.
   *
   * @throws KfawsException if there is none (another drive), or if it would break a line
   * @throws IOException if a link cannot be resolved
   */
  public static String relative(Path folder, Path target) throws IOException {
    Path from = real(folder);
    Path to = real(target);
    if (!Objects.equals(from.getRoot(), to.getRoot())) {
      throw refused(target, "is on another drive than " + shown(folder), "keep both on one drive");
    }
    String way = shown(from.relativize(to));
    if (way.chars().anyMatch(Character::isISOControl)) {
      throw refused(target, "the path holds a control character", "rename it");
    }
    return way.isEmpty() ? "." : way;
  }

  /** The real path of what exists, and the rest as it is. */
  private static Path real(Path path) throws IOException {
    Path whole = path.toAbsolutePath().normalize();
    Path there = whole;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there == null ? whole : there.toRealPath().resolve(there.relativize(whole));
  }

  private static KfawsException refused(Path path, String message, String hint) {
    return new KfawsException(
        Diagnostic.error(
            "no-relative-path",
            Location.of(shown(path).replaceAll("\\p{Cntrl}", "?")),
            "",
            message,
            hint));
  }

  private static String shown(Path path) {
    return path.toString().replace('\\', '/');
  }
}
