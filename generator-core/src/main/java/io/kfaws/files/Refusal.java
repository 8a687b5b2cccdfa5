package io.kfaws.files;

import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Overwrite;
import java.io.IOException;
import java.util.List;

/**
 * Why a run does not go on.
 *
 * @param diagnostic the finding, with the file as its place
 * @param yields whether {@link Overwrite#FORCE} goes on all the same
 */
record Refusal(Diagnostic diagnostic, boolean yields) {
  private static final String GENERATE =
      "generate again and commit: what both branches wrote is written anew";

  /** So many paths are named in one finding. */
  private static final int MOST_NAMED = 5;

  KfawsException thrown() {
    return new KfawsException(diagnostic);
  }

  static Refusal edited(OutputFolder folder, String path) {
    return yielding(
        "edited-file",
        folder,
        path,
        "was edited by hand since kfaws wrote it",
        "put the edit into the configuration or a template, or force the run: the edit is then lost");
  }

  static Refusal editedAndObsolete(OutputFolder folder, String path) {
    return yielding(
        "edited-file",
        folder,
        path,
        "is no longer generated, but was edited by hand since kfaws wrote it",
        "move it out of the output folder, or force the run: the file is then removed");
  }

  static Refusal lineEndings(String rule, OutputFolder folder, String path) {
    return yielding(
        rule,
        folder,
        path,
        "differs from what kfaws wrote only in its line endings (CRLF)",
        "set `* text eol=lf` in .gitattributes and check the folder out again, or force the run");
  }

  static Refusal foreign(OutputFolder folder, String path) {
    return yielding(
        "foreign-file",
        folder,
        path,
        "is in the way of a generated file; kfaws did not write it",
        "move it away, name another output folder, or force the run: the file is then replaced");
  }

  static Refusal link(OutputFolder folder, String path) {
    return firm(
        "link-in-output",
        folder,
        path,
        "is a symbolic link; kfaws reads, writes and removes nothing through links",
        "put a real file or folder in its place, or remove it");
  }

  static Refusal folderInTheWay(OutputFolder folder, String path) {
    return firm(
        "not-a-file", folder, path, "must be a file, but something else is there", "move it away");
  }

  static Refusal noFolder(OutputFolder folder, String path) {
    return firm("not-a-folder", folder, path, "must be a folder, but is none", "move it away");
  }

  /** A file with both sides of a merge; a run writes it anew if kfaws wrote both. */
  static Diagnostic unmerged(OutputFolder folder, String path, int line) {
    return Diagnostic.error(
        "merge-not-regenerated",
        new Location(folder.location(path).source(), line, 1),
        "",
        "holds both sides of a merge that git could not finish",
        GENERATE);
  }

  /** A ledger that lists two versions of some files. */
  static Diagnostic unmerged(OutputFolder folder, Ledger ledger) throws IOException {
    boolean isOld = folder.look(PathRule.LEDGER).kind() == Found.Kind.MISSING;
    List<String> paths =
        ledger.files().keySet().stream().filter(p -> ledger.versions(p).size() > 1).toList();
    return Diagnostic.error(
        "merge-not-regenerated",
        folder.location(isOld ? PathRule.OLD_LEDGER : PathRule.LEDGER),
        "",
        "two branches were merged that both changed "
            + paths.get(0)
            + (paths.size() > 1 ? " and " + (paths.size() - 1) + " more" : ""),
        GENERATE);
  }

  static Refusal interrupted(OutputFolder folder) {
    return firm(
        "interrupted-run",
        folder,
        PathRule.WORK,
        "is what a run that was interrupted left behind; the files around it are half written",
        "generate again: that puts the old files back first");
  }

  static Refusal badJournal(OutputFolder folder, String path) {
    return foreignJournal(folder, path, "is not what an interrupted run leaves behind");
  }

  /** A journal that is none of ours, so that nothing is done that it says. */
  static Refusal foreignJournal(OutputFolder folder, String path, String problem) {
    return firm(
        "bad-journal",
        folder,
        path,
        problem,
        "restore the output folder from version control and delete " + PathRule.WORK);
  }

  /** What was put right before a run; it is told, since files moved that the run does not name. */
  static Diagnostic recovered(OutputFolder folder, List<String> back, List<String> away) {
    return Diagnostic.warning(
        "recovered-run",
        folder.location(PathRule.WORK),
        "",
        "a run was interrupted and has been undone: "
            + back.size()
            + " put back"
            + some(back)
            + ", "
            + away.size()
            + " taken away"
            + some(away),
        "compare the output folder with version control if you did not interrupt a run");
  }

  private static String some(List<String> paths) {
    return paths.isEmpty()
        ? ""
        : " ("
            + String.join(", ", paths.subList(0, Math.min(MOST_NAMED, paths.size())))
            + (paths.size() > MOST_NAMED ? ", …" : "")
            + ")";
  }

  private static Refusal yielding(
      String rule, OutputFolder folder, String path, String message, String hint) {
    return new Refusal(Diagnostic.error(rule, folder.location(path), "", message, hint), true);
  }

  private static Refusal firm(
      String rule, OutputFolder folder, String path, String message, String hint) {
    return new Refusal(Diagnostic.error(rule, folder.location(path), "", message, hint), false);
  }
}
