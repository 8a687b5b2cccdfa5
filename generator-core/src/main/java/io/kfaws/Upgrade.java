package io.kfaws;

import io.kfaws.files.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What a wish becomes on its own release and on another one, both in memory and judged.
 *
 * @param before what the wish becomes as it is
 * @param after what it becomes with the other release, with that release's warnings
 */
public record Upgrade(Generation before, Generation after) {

  /** The files that differ, sorted by path; empty where the releases call for the same files. */
  public List<Change> changes() {
    SortedMap<String, String> old = before.tree().files();
    SortedMap<String, String> fresh = after.tree().files();
    TreeSet<String> paths = new TreeSet<>(old.keySet());
    paths.addAll(fresh.keySet());
    List<Change> changes = new ArrayList<>();
    for (String path : paths) {
      String from = old.getOrDefault(path, "");
      String to = fresh.getOrDefault(path, "");
      if (!old.containsKey(path)) {
        changes.add(new Change(Change.Kind.ADDED, path, "", to));
      } else if (!fresh.containsKey(path)) {
        changes.add(new Change(Change.Kind.REMOVED, path, from, ""));
      } else if (!from.equals(to)) {
        changes.add(new Change(Change.Kind.MODIFIED, path, from, to));
      }
    }
    return changes;
  }
}
