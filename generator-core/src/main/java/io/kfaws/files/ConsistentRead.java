package io.kfaws.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** Compares without a lock, and only believes what it saw while no run was at work. */
final class ConsistentRead {
  private ConsistentRead() {}

  /**
   * Compares; a run under way is waited for.
   *
   * @param waiting is run each time before one is waited for
   * @throws io.kfaws.KfawsException if a run was interrupted: the files are half written
   */
  static Comparison compare(FileTree tree, OutputFolder folder, Runnable waiting)
      throws IOException {
    Optional<Comparison> comparison = Optional.empty();
    while (comparison.isEmpty()) {
      if (new FolderLock(folder, Disk.plain(), waiting).isInterrupted()) {
        throw Refusal.interrupted(folder).thrown();
      }
      comparison = tryCompare(tree, folder);
    }
    return comparison.get();
  }

  /** Compares; empty if a run was or is at work. */
  static Optional<Comparison> tryCompare(FileTree tree, OutputFolder folder) throws IOException {
    Stamp before = Stamp.of(folder);
    if (before.moving) {
      return Optional.empty();
    }
    Comparison comparison = Comparer.compare(tree, folder);
    return Stamp.of(folder).equals(before) ? Optional.of(comparison) : Optional.empty();
  }

  /**
   * What every run changes: it works in the work folder, moves files, writes the ledger. The times
   * tell of two runs of which the second undid the first.
   */
  private record Stamp(
      boolean working,
      boolean moving,
      String ledger,
      Optional<FileTime> folderChanged,
      Optional<FileTime> ledgerChanged) {

    static Stamp of(OutputFolder folder) throws IOException {
      WorkFolder work = WorkFolder.of(folder);
      Found ledger = folder.look(PathRule.LEDGER);
      return new Stamp(
          work.exists(),
          work.isInterrupted(),
          ledger.content().map(Content::sha256).orElse(""),
          changed(folder.root()),
          changed(folder.ledger()));
    }

    private static Optional<FileTime> changed(Path path) throws IOException {
      try {
        return Optional.of(Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS));
      } catch (NoSuchFileException e) {
        return Optional.empty();
      }
    }
  }
}
