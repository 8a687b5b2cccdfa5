package io.kfaws.files;

import io.kfaws.Applied;
import io.kfaws.Diagnostic;
import io.kfaws.Overwrite;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Brings a tree into a folder: the run as a whole. */
final class Writer {
  private final Disk disk;
  private final WriteCheck guard;
  private final Runnable waiting;

  Writer(Disk disk) {
    this(disk, WriteCheck.NONE, () -> {});
  }

  /**
   * A writer.
   *
   * @param waiting is run each time before another process' run is waited for
   */
  Writer(Disk disk, WriteCheck guard, Runnable waiting) {
    this.disk = disk;
    this.guard = guard;
    this.waiting = waiting;
  }

  Applied apply(FileTree tree, Path dir, Overwrite overwrite) throws IOException {
    try {
      OutputFolder folder = OutputFolder.at(dir);
      Optional<Comparison> idle = upToDate(tree, folder, overwrite);
      return idle.isPresent()
          ? idle.get().applied()
          : new FolderLock(folder, disk, waiting).hold(() -> applyAlone(tree, folder, overwrite));
    } catch (FileSystemException e) {
      throw Failure.named(e);
    }
  }

  /** Looks before it takes the lock, for a run that is refused or idle must write nothing. */
  private Optional<Comparison> upToDate(FileTree tree, OutputFolder folder, Overwrite overwrite)
      throws IOException {
    return WorkFolder.of(folder).exists()
        ? Optional.empty()
        : ConsistentRead.tryCompare(tree, folder)
            .map(comparison -> comparison.validated(overwrite, guard))
            .filter(Comparison::isUpToDate);
  }

  private Applied applyAlone(FileTree tree, OutputFolder folder, Overwrite overwrite)
      throws IOException {
    List<Diagnostic> putRight = new Recovery(folder, disk).recover(tree);
    Comparison comparison =
        Comparer.compare(tree, folder).after(putRight).validated(overwrite, guard);
    if (!comparison.isUpToDate()) {
      new Transaction(folder, disk, comparison.steps()).run();
    }
    return comparison.applied();
  }
}
