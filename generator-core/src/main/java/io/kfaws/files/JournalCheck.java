package io.kfaws.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * Whether a journal is about our files alone. It lies in the output folder, where anybody may have
 * put it, and what it names is moved and removed. So each path is one that a ledger lists, of
 * before the interrupted run or of after it, or that this run generates; a file that came is a
 * version of those; and what lies aside has the digests of the journal.
 */
final class JournalCheck {
  private final OutputFolder folder;
  private final WorkFolder work;
  private final Path file;
  private final Journal journal;
  private final Look inside;

  JournalCheck(OutputFolder folder, WorkFolder work, Path file, Journal journal) {
    this.folder = folder;
    this.work = work;
    this.file = file;
    this.journal = journal;
    this.inside = new Look(work.inside());
  }

  /**
   * Checks the journal before anything is touched.
   *
   * @param generated what this run generates
   * @throws io.kfaws.KfawsException for the first entry that is about a file of somebody else
   */
  void check(FileTree generated) throws IOException {
    List<Journal.Entry> entries = journal.entries();
    Set<String> folders = new HashSet<>();
    for (int n = 0; n < entries.size(); n++) {
      Journal.Entry entry = entries.get(n);
      refuseOther(String.valueOf(work.going(n).getFileName()), entry.before(), entry.path());
      if (entry.writes()) {
        refuseOther(WorkFolder.comingPath(entry.path()), entry.after(), entry.path());
      }
      folders.addAll(PathRule.foldersAbove(entry.path()));
    }
    Ledger known = ledgers();
    Ledger now = Ledger.of(generated, Set.of());
    for (Journal.Entry entry : entries) {
      SortedSet<String> versions = known.versions(entry.path());
      SortedSet<String> coming = now.versions(entry.path());
      boolean isOurs =
          !entry.writes()
              ? !versions.isEmpty() || !coming.isEmpty()
              : versions.contains(entry.after()) || coming.contains(entry.after());
      if (!isOurs && !PathRule.LEDGERS.contains(entry.path())) {
        throw refused("names " + entry.path() + ", which is no file that kfaws wrote");
      }
    }
    for (String created : journal.folders()) {
      if (!folders.contains(created)) {
        throw refused("names the folder " + created + ", into which it brings nothing");
      }
    }
  }

  private void refuseOther(String aside, String sha256, String path) throws IOException {
    Found found = inside.at(aside);
    if (found.kind() != Found.Kind.MISSING && !found.isFile(sha256)) {
      throw refused("has another version of " + path + " than the " + aside + " beside it");
    }
  }

  /** What the ledgers list, wherever the interrupted run has left them. */
  private Ledger ledgers() throws IOException {
    LedgerReader reader = new LedgerReader();
    for (String name : PathRule.LEDGERS) {
      Found found = folder.look(name);
      if (found.kind() == Found.Kind.FILE) {
        reader.read(folder.location(name).source(), found.file().text());
      }
    }
    for (int n = 0; n < journal.entries().size(); n++) {
      String path = journal.entries().get(n).path();
      if (PathRule.LEDGERS.contains(path)) {
        for (Path aside : List.of(work.going(n), work.coming(path))) {
          if (Files.exists(aside, NOFOLLOW_LINKS)) {
            reader.read(folder.location(path).source(), Content.read(aside).text());
          }
        }
      }
    }
    return reader.ledger();
  }

  private RuntimeException refused(String problem) {
    return Refusal.foreignJournal(folder, PathRule.WORK + "/" + file.getFileName(), problem)
        .thrown();
  }
}
