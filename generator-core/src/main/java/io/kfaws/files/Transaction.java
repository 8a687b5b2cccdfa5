package io.kfaws.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Does all steps or none: writes the new files aside, notes what it will do, moves the old files
 * out and the new ones in, and strikes the note. Until that last move the old tree can be put back.
 */
final class Transaction {
  private final OutputFolder folder;
  private final WorkFolder work;
  private final Disk disk;
  private final List<Step> steps;

  Transaction(OutputFolder folder, Disk disk, List<Step> steps) {
    this.folder = folder;
    this.work = WorkFolder.of(folder);
    this.disk = disk;
    this.steps = List.copyOf(steps);
  }

  void run() throws IOException {
    Recovery recovery = new Recovery(folder, disk);
    try {
      writeAside();
      noteDown();
      moveOldOut();
      moveNewIn();
      disk.move(work.journal(), work.done());
    } catch (IOException | RuntimeException failure) {
      try {
        recovery.recoverOwn();
      } catch (IOException | RuntimeException second) {
        // The journal is still there; the next run recovers.
        failure.addSuppressed(second);
      }
      throw failure;
    }
    recovery.recoverOwn();
  }

  private void writeAside() throws IOException {
    for (int n = 0; n < steps.size(); n++) {
      Step step = steps.get(n);
      if (step.writes()) {
        disk.write(work.coming(n), Content.of(step.change().after()).bytes());
        if (step.replaces()) {
          disk.copyPermissions(folder.resolve(step.path()), work.coming(n));
        }
      }
    }
  }

  private void noteDown() throws IOException {
    disk.write(work.draft(), Journal.of(steps, missingFolders()).bytes());
    disk.move(work.draft(), work.journal());
  }

  private void moveOldOut() throws IOException {
    for (int n = 0; n < steps.size(); n++) {
      if (steps.get(n).replaces()) {
        disk.move(folder.resolve(steps.get(n).path()), work.going(n));
      }
    }
  }

  private void moveNewIn() throws IOException {
    for (int n = 0; n < steps.size(); n++) {
      Step step = steps.get(n);
      if (step.writes()) {
        makeRoom(step.path());
        disk.move(work.coming(n), folder.resolve(step.path()));
      }
    }
  }

  /** Creates the folders above a path, and removes our emptied ones where the file must go. */
  private void makeRoom(String path) throws IOException {
    for (String above : PathRule.foldersAbove(path)) {
      if (folder.look(above).kind() == Found.Kind.MISSING) {
        disk.createFolder(folder.resolve(above));
      }
    }
    if (folder.look(path).kind() == Found.Kind.FOLDER) {
      for (Path emptied : Directories.innerFirst(folder.resolve(path))) {
        disk.delete(emptied);
      }
    }
  }

  private List<String> missingFolders() throws IOException {
    Set<String> missing = new LinkedHashSet<>();
    for (Step step : steps) {
      for (String above : PathRule.foldersAbove(step.path())) {
        if (step.writes() && folder.look(above).kind() != Found.Kind.FOLDER) {
          missing.add(above);
        }
      }
    }
    return List.copyOf(missing);
  }
}
