package io.kfaws.cli;

import io.kfaws.Change;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a run changed or would change, in words. */
final class Changes {

  private Changes() {}

  /** One line for each file: {@code added overlays/rds-s3/kustomization.yaml}. */
  static Stream<String> list(List<Change> changes, Path folder) {
    return changes.stream().map(change -> line(change, folder));
  }

  /** The line of one file. */
  static String line(Change change, Path folder) {
    String kind = change.kind().name().toLowerCase(Locale.ROOT);
    return kind + " " + OutputOption.shown(folder, change.path());
  }

  /**
   * What was done, as one line: {@code 3 files written, 1 removed, 12 unchanged}; or in a dry run,
   * what would be.
   */
  static String summary(List<Change> changes, int generated, boolean dryRun) {
    if (changes.isEmpty()) {
      return "nothing to change: " + files(generated) + " up to date";
    }
    long removed = changes.stream().filter(c -> c.kind() == Change.Kind.REMOVED).count();
    long written = changes.size() - removed;
    String erased = removed == 0 ? "" : ", " + removed + (dryRun ? " to remove" : " removed");
    return (dryRun ? "dry run: " : "")
        + files(written)
        + (dryRun ? " to write" : " written")
        + erased
        + ", "
        + (generated - written)
        + " unchanged";
  }

  /** {@code 1 file}, {@code 2 files}. */
  static String files(long count) {
    return count + (count == 1 ? " file" : " files");
  }
}
