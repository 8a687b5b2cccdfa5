package io.kfaws.files;

import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What kfaws wrote into a folder, as {@code .kfaws.sha256} keeps it: one line a file, sorted, as
 * {@code sha256sum} prints it. It lies in version control beside the files, so it holds no time and
 * no host, and git merges it line by line.
 *
 * <p>After a merge it lists two versions of each file that both branches changed. A file is ours if
 * it is any of them.
 *
 * @param files the SHA-256 (64 lower-case hex digits) of each version of a file, by path
 */
record Ledger(SortedMap<String, SortedSet<String>> files) {
  private static final String HEADING =
      "# The files that kfaws generated here, as sha256sum lists them. git merges this list by"
          + " line; generate writes it anew.\n";

  Ledger {
    SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
    files.forEach((path, versions) -> copy.put(path, new TreeSet<>(versions)));
    files = Collections.unmodifiableSortedMap(copy);
  }

  /** The ledger of the files of a tree, without those that are not to be listed. */
  static Ledger of(FileTree tree, Set<String> unlisted) {
    SortedMap<String, SortedSet<String>> files = new TreeMap<>();
    for (String path : tree.files().keySet()) {
      if (!unlisted.contains(path)) {
        files.put(path, new TreeSet<>(Set.of(tree.sha256(path))));
      }
    }
    return new Ledger(files);
  }

  /**
   * Reads a folder's ledger; a folder without one has an empty one. Versions of kfaws before this
   * one kept it in {@code .kfaws.json}; a merge of branches of both versions leaves both, and both
   * count.
   *
   * @throws io.kfaws.KfawsException if it is a link or a folder, or is not well-formed
   */
  static Ledger read(OutputFolder folder) throws IOException {
    LedgerReader reader = new LedgerReader();
    for (String name : PathRule.LEDGERS) {
      Found found = folder.look(name);
      switch (found.kind()) {
        case MISSING -> {}
        case FILE -> reader.read(folder.location(name).source(), found.file().text());
        case LINK -> throw Refusal.link(folder, found.at()).thrown();
        default -> throw Refusal.folderInTheWay(folder, name).thrown();
      }
    }
    return reader.ledger();
  }

  /** Whether kfaws wrote this version of a file. */
  boolean lists(String path, String sha256) {
    return versions(path).contains(sha256);
  }

  /** The versions of a file that kfaws wrote; none where it wrote no such file. */
  SortedSet<String> versions(String path) {
    return files.getOrDefault(path, Collections.emptySortedSet());
  }

  /** Whether it tells of two branches that were merged since the last run. */
  boolean isMerged() {
    return files.values().stream().anyMatch(versions -> versions.size() > 1);
  }

  /** The text, LF, with an LF at its end. */
  String text() {
    StringBuilder text = new StringBuilder(HEADING);
    files.forEach(
        (path, versions) ->
            versions.forEach(sha -> text.append(sha).append("  ").append(path).append('\n')));
    return text.toString();
  }
}
