package io.kfaws.files;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a path inside the output folder looks like, so that it means one file on every system. */
final class PathRule {
  /** The file that lists what kfaws wrote. */
  static final String LEDGER = ".kfaws.sha256";

  /** The same, as earlier versions wrote it. */
  static final String OLD_LEDGER = ".kfaws.json";

  static final List<String> LEDGERS = List.of(LEDGER, OLD_LEDGER);

  /** The file that tells git how to treat the others; a folder may have one of the user's own. */
  static final String ATTRIBUTES = ".gitattributes";

  /** The folder that a run works in; it is gone when the run ends. */
  static final String WORK = ".kfaws.work";

  // A colon is a drive or a stream on Windows; the others cannot be in a name there.
  private static final String FORBIDDEN = ":*?\"<>|";

  private PathRule() {}

  /** What is wrong with a path, as the end of a sentence that starts with the path. */
  static Optional<String> flawOf(String path) {
    if (path.startsWith("/")) {
      return Optional.of("is absolute");
    }
    if (path.contains("\\")) {
      return Optional.of("holds a backslash; folders are separated by /");
    }
    if (path.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("holds a control character");
    }
    if (path.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)) {
      return Optional.of("holds one of " + FORBIDDEN + ", which not every system allows");
    }
    for (String name : path.split("/", -1)) {
      if (name.isEmpty()) {
        return Optional.of("has an empty part");
      }
      if (name.equals(".") || name.equals("..")) {
        return Optional.of("has the part " + name);
      }
      if (name.endsWith(".") || name.endsWith(" ")) {
        return Optional.of("has a part that ends with a dot or a space");
      }
    }
    String first = fold(path.split("/", 2)[0]);
    return LEDGERS.contains(first) || first.equals(WORK)
        ? Optional.of("is a name that kfaws keeps for itself")
        : Optional.empty();
  }

  /** The folders above a path, outermost first. */
  static List<String> foldersAbove(String path) {
    List<String> folders = new ArrayList<>();
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      folders.add(path.substring(0, end));
    }
    return folders;
  }

  /** The same text for all paths that a system may take for one file: case and Unicode form. */
  static String fold(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
