package io.kfaws.files;

import io.kfaws.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The generated {@code .gitattributes} beside one of the user's own, which stays as it is: other
 * files than kfaws' may lie in the folder.
 */
final class GitAttributes {
  private static final int SHOWN = 3;

  private GitAttributes() {}

  /** Warns of the generated lines that the user's file lacks; nothing, if it has all of them. */
  static Optional<Diagnostic> missing(OutputFolder folder, Content own, String generated) {
    List<String> lines = own.text().lines().map(GitAttributes::plain).toList();
    List<String> missing = new ArrayList<>();
    generated
        .lines()
        .map(GitAttributes::plain)
        .filter(line -> !line.isEmpty() && !line.startsWith("#") && !lines.contains(line))
        .forEach(missing::add);
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    int more = missing.size() - SHOWN;
    return Optional.of(
        Diagnostic.warning(
            "git-attributes-incomplete",
            folder.location(PathRule.ATTRIBUTES),
            "",
            "is your own and stays; it lacks lines by which git merges what kfaws generates",
            "add \""
                + String.join("\", \"", missing.subList(0, Math.min(SHOWN, missing.size())))
                + "\""
                + (more > 0 ? " and " + more + " more; move the file away to see all" : "")));
  }

  private static String plain(String line) {
    return line.strip().replaceAll("\\s+", " ");
  }
}
