package io.kfaws.files;

import io.kfaws.text.MergeConflict;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * Tells what git made of two versions of a generated file from what somebody edited.
 *
 * <p>A file with conflict markers is git's work if kfaws wrote each side of it. Where git merged by
 * itself there is no version to compare with. Then the ledger has to list two versions of the file,
 * as it does only where both branches changed it; and each line that the file has and no generated
 * file of its name must name something that is no longer generated. A generated line that it lacks
 * must not be about what both branches had. So a line of the user's is never taken for git's.
 */
final class MergedFiles {
  private static final Pattern BETWEEN_NAMES = Pattern.compile("[^A-Za-z0-9._-]+");

  private final Ledger ledger;
  private final SortedMap<String, String> tree;

  MergedFiles(Ledger ledger, SortedMap<String, String> tree) {
    this.ledger = ledger;
    this.tree = tree;
  }

  /** Whether a file that is none of the versions of the ledger is what git made of two of them. */
  boolean isMerge(String path, Content content) {
    String text = content.withUnixLines().text();
    Set<String> versions = ledger.versions(path);
    List<String> sides = MergeConflict.sides(text);
    boolean bothAreOurs =
        !sides.isEmpty()
            && sides.stream().map(side -> Content.of(side).sha256()).allMatch(versions::contains);
    return bothAreOurs || (versions.size() > 1 && isMergedByLine(path, text));
  }

  private boolean isMergedByLine(String path, String text) {
    Set<String> lines = lines(path, text);
    Set<String> extra = new LinkedHashSet<>(lines);
    namesakes(path).forEach(generated -> extra.removeAll(lines(path, generated)));
    Set<String> missing = new LinkedHashSet<>(lines(path, tree.getOrDefault(path, "")));
    missing.removeAll(lines);
    Names names = new Names(of(ledger.files().keySet()), of(tree.keySet()));
    return extra.stream().allMatch(names::anyIsGone)
        && missing.stream().noneMatch(names::areAllOld);
  }

  /** The file and its like in other folders, to which lines move when a group is split. */
  private List<String> namesakes(String path) {
    String name = path.substring(path.lastIndexOf('/'));
    return tree.entrySet().stream()
        .filter(other -> other.getKey().endsWith(name))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The lines that say something. A comma behind an item of JSON comes and goes with the next. */
  private static Set<String> lines(String path, String text) {
    Set<String> lines = new HashSet<>();
    text.lines()
        .filter(line -> !line.isBlank() && !MergeConflict.isMarker(line))
        .map(
            line ->
                path.endsWith(".json") && line.endsWith(",")
                    ? line.substring(0, line.length() - 1)
                    : line)
        .forEach(lines::add);
    return lines;
  }

  /** The names of files and folders, and what comes before each dot of them: a role, for one. */
  private static Set<String> of(Set<String> paths) {
    Set<String> names = new HashSet<>();
    for (String path : paths) {
      for (String name : path.split("/", -1)) {
        names.add(name);
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
          names.add(name.substring(0, dot));
        }
      }
    }
    names.remove(""); // of a name that is all ending, such as .gitattributes
    return names;
  }

  /**
   * What files and folders are called.
   *
   * @param before those of the ledger, both branches'
   * @param now those that are generated
   */
  private record Names(Set<String> before, Set<String> now) {
    boolean anyIsGone(String line) {
      return BETWEEN_NAMES
          .splitAsStream(line)
          .anyMatch(n -> before.contains(n) && !now.contains(n));
    }

    /** Whether it is about what was there and still is, and about nothing new. */
    boolean areAllOld(String line) {
      List<String> known = BETWEEN_NAMES.splitAsStream(line).filter(now::contains).toList();
      return !known.isEmpty() && before.containsAll(known);
    }
  }
}
