package io.kfaws.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Does all steps or none: writes the new files aside, notes what it will do, moves the old files
 * out and the new ones in, a folder that is new as a whole, and strikes the note. Until that last
 * move the old tree can be put back.
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
    Set<String> made = new HashSet<>();
    for (Step step : steps) {
      if (step.writes()) {
        Path coming = work.coming(step.path());
        createFoldersAside(step.path(), made);
        disk.write(coming, step.change().after().getBytes(StandardCharsets.UTF_8));
        if (step.replaces()) {
          disk.copyPermissions(folder.resolve(step.path()), coming);
        }
      }
    }
  }

  private void createFoldersAside(String path, Set<String> made) throws IOException {
    for (String above : PathRule.foldersAbove(WorkFolder.comingPath(path))) {
      if (made.add(above)) {
        disk.createFolder(work.inside().resolve(above));
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
    Look look = new Look(folder);
    String whole = ""; // the folder that came in last, with all that is new in it
    for (Step step : steps) {
      if (step.writes() && (whole.isEmpty() || !step.path().startsWith(whole + "/"))) {
        whole = look.missingAbove(step.path()).orElse("");
        String coming = whole.isEmpty() ? step.path() : whole;
        removeEmptied(coming);
        disk.move(work.coming(coming), folder.resolve(coming));
      }
    }
  }

  /** Removes our emptied folders where a file must go. */
  private void removeEmptied(String path) throws IOException {
    if (folder.kindOf(path) == Found.Kind.FOLDER) {
      for (Path emptied : Directories.innerFirst(folder.resolve(path))) {
        disk.delete(emptied);
      }
    }
  }

  private List<String> missingFolders() throws IOException {
    Look look = new Look(folder);
    Set<String> missing = new LinkedHashSet<>();
    for (Step step : steps) {
      for (String above : PathRule.foldersAbove(step.path())) {
        if (step.writes() && !look.isFolder(above)) {
          missing.add(above);
        }
      }
    }
    return List.copyOf(missing);
  }
}
