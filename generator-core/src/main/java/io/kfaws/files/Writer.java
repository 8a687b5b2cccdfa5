package io.kfaws.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Brings a tree into a folder: the run as a whole. */
final class Writer {
  private final Disk disk;
  private final Guard guard;

  Writer(Disk disk) {
    this(disk, Guard.NONE);
  }

  Writer(Disk disk, Guard guard) {
    this.disk = disk;
    this.guard = guard;
  }

  Applied apply(FileTree tree, Path dir, Overwrite overwrite) throws IOException {
    try {
      OutputFolder folder = OutputFolder.at(dir);
      return isUpToDate(tree, folder, overwrite)
          ? new Applied(List.of())
          : new FolderLock(folder, disk).hold(() -> applyAlone(tree, folder, overwrite));
    } catch (FileSystemException e) {
      throw Failure.named(e);
    }
  }

  /** Looks before it takes the lock, for a run that is refused or idle must write nothing. */
  private boolean isUpToDate(FileTree tree, OutputFolder folder, Overwrite overwrite)
      throws IOException {
    if (WorkFolder.of(folder).exists()) {
      return false;
    }
    Optional<Comparison> comparison = Settled.tryCompare(tree, folder);
    return comparison.isPresent() && comparison.get().judged(overwrite, guard).isUpToDate();
  }

  private Applied applyAlone(FileTree tree, OutputFolder folder, Overwrite overwrite)
      throws IOException {
    new Recovery(folder, disk).recover();
    Comparison comparison = Comparer.compare(tree, folder).judged(overwrite, guard);
    if (!comparison.isUpToDate()) {
      new Transaction(folder, disk, comparison.steps()).run();
    }
    return new Applied(comparison.difference().changes());
  }
}
