package io.kfaws.files;

import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.text.MergeConflict;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a ledger line by line, in any order: git's union merge sorts nothing, and a line may be
 * there twice. The markers of a merge conflict are passed over, so that both sides count.
 */
final class LedgerReader {
  /** As {@code sha256sum} prints it; {@code *} marks a binary file and means nothing here. */
  private static final Pattern LINE = Pattern.compile("(?<sha256>[0-9a-f]{64}) [ *](?<path>.+)");

  /** A line of {@code .kfaws.json}, version 1, which was always written in this form. */
  private static final Pattern OLD_LINE =
      Pattern.compile(" *\"(?<path>[^\"]+)\": \"(?<sha256>[0-9a-f]{64})\",?");

  /** What is around those lines. */
  private static final Set<String> OLD_FRAME =
      Set.of("{", "\"kfaws\": 1,", "\"files\": {", "}", "");

  private static final String RESTORE =
      "restore it from version control, or delete it: unedited files are then taken over again";

  private final SortedMap<String, SortedSet<String>> files = new TreeMap<>();

  /**
   * Reads a ledger that messages call {@code name}.
   *
   * @throws KfawsException at the first line that is none of a ledger
   */
  void read(String name, String text) {
    boolean isOld = name.endsWith(PathRule.OLD_LEDGER);
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Matcher entry = (isOld ? OLD_LINE : LINE).matcher(line);
      if (entry.matches()) {
        add(name, number, entry.group("path"), entry.group("sha256"));
      } else if (!MergeConflict.isMarker(line) && !isFrame(isOld, line.strip())) {
        throw bad(name, number, "is no line of a ledger");
      }
    }
  }

  Ledger ledger() {
    return new Ledger(files);
  }

  private static boolean isFrame(boolean isOld, String line) {
    return isOld ? OLD_FRAME.contains(line) : line.isEmpty() || line.startsWith("#");
  }

  private void add(String name, int line, String path, String sha256) {
    PathRule.flawOf(path)
        .ifPresent(
            flaw -> {
              throw bad(name, line, "lists a path that " + flaw);
            });
    files.computeIfAbsent(path, p -> new TreeSet<>()).add(sha256);
  }

  private static KfawsException bad(String name, int line, String problem) {
    return new KfawsException(
        Diagnostic.error("bad-ledger", new Location(name, line, 1), "", problem, RESTORE));
  }
}
