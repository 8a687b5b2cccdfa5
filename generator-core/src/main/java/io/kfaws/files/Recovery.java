package io.kfaws.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.kfaws.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Puts right what an earlier run, or this one, left half done. It goes only by what lies on disk,
 * and each of its own steps may be its last: the next recovery goes on from there.
 */
final class Recovery {
  private final OutputFolder folder;
  private final WorkFolder work;
  private final Disk disk;

  Recovery(OutputFolder folder, Disk disk) {
    this.folder = folder;
    this.work = WorkFolder.of(folder);
    this.disk = disk;
  }

  /**
   * Undoes a run that was under way, finishes one that had all files in place, and tidies up.
   *
   * @param generated what this run generates
   * @return what a user has to know of it
   * @throws io.kfaws.KfawsException if the journal is none of ours; nothing is changed then
   */
  List<Diagnostic> recover(FileTree generated) throws IOException {
    return recover(
        file -> {
          Journal journal = Journal.read(folder, file);
          new JournalCheck(folder, work, file, journal).check(generated);
          return journal;
        });
  }

  /** The same for the run that holds the lock, whose journal is its own. */
  void recoverOwn() throws IOException {
    recover(file -> Journal.read(folder, file));
  }

  private interface JournalReader {
    Journal read(Path file) throws IOException;
  }

  private List<Diagnostic> recover(JournalReader reader) throws IOException {
    List<String> away = new ArrayList<>();
    List<String> back = new ArrayList<>();
    if (Files.exists(work.done(), NOFOLLOW_LINKS)) {
      removeEmptied(reader.read(work.done()));
    } else if (work.isInterrupted()) {
      Journal journal = reader.read(work.journal());
      takeOutNew(journal, away);
      removeCreated(journal);
      putBackOld(journal, back);
    }
    clear();
    return away.isEmpty() && back.isEmpty()
        ? List.of()
        : List.of(Refusal.recovered(folder, back, away));
  }

  /** Removes the folders that our removed files leave empty. */
  private void removeEmptied(Journal journal) throws IOException {
    for (Journal.Entry entry : journal.entries()) {
      if (!entry.writes()) {
        List<String> above = new ArrayList<>(PathRule.foldersAbove(entry.path()));
        Collections.reverse(above);
        for (String path : above) {
          removeIfEmpty(path);
        }
      }
    }
  }

  /** A file that was changed after it moved in stays: it is the user's now. */
  private void takeOutNew(Journal journal, List<String> away) throws IOException {
    for (Journal.Entry entry : journal.entries()) {
      Path coming = work.coming(entry.path());
      boolean movedIn = entry.writes() && !Files.exists(coming, NOFOLLOW_LINKS);
      if (movedIn && folder.look(entry.path()).isFile(entry.after())) {
        createFoldersAbove(work.inside(), WorkFolder.comingPath(entry.path()));
        disk.move(folder.resolve(entry.path()), coming);
        away.add(entry.path());
      }
    }
  }

  private void removeCreated(Journal journal) throws IOException {
    List<String> inner = new ArrayList<>(journal.folders());
    Collections.reverse(inner);
    for (String path : inner) {
      removeIfEmpty(path);
    }
  }

  /** A file that came to the place meanwhile, say from version control, stays. */
  private void putBackOld(Journal journal, List<String> back) throws IOException {
    for (int n = 0; n < journal.entries().size(); n++) {
      String path = journal.entries().get(n).path();
      if (Files.isRegularFile(work.going(n), NOFOLLOW_LINKS)
          && folder.look(path).kind() == Found.Kind.MISSING) {
        createFoldersAbove(folder, path);
        disk.move(work.going(n), folder.resolve(path));
        back.add(path);
      }
    }
  }

  private void clear() throws IOException {
    for (Path file : work.contents()) {
      disk.delete(file);
    }
  }

  private void createFoldersAbove(OutputFolder top, String path) throws IOException {
    for (String above : PathRule.foldersAbove(path)) {
      if (top.look(above).kind() == Found.Kind.MISSING) {
        disk.createFolder(top.resolve(above));
      }
    }
  }

  private void removeIfEmpty(String path) throws IOException {
    if (folder.look(path).kind() == Found.Kind.FOLDER) {
      Directories.deleteIfEmpty(disk, folder.resolve(path));
    }
  }
}
