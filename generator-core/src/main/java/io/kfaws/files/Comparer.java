package io.kfaws.files;

import io.kfaws.Change;
import io.kfaws.Diagnostic;
import io.kfaws.text.MergeConflict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Holds a tree against a folder, file by file; reads only. */
final class Comparer {
  private final FileTree tree;
  private final OutputFolder folder;
  private final Look look;
  private final Ledger ledger;
  private final MergedFiles merged;
  private final List<Step> steps = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  // What is there no more when the new files come: files that go, and the folders above them.
  private final Set<String> leaving = new HashSet<>();
  private final SortedSet<String> lost = new TreeSet<>();
  private final List<Diagnostic> remarks = new ArrayList<>();
  // Files of the user's own in the place of generated ones, which stay.
  private final Set<String> kept = new HashSet<>();
  // All versions of all files in the ledger; filled when the first one is looked up.
  private final Set<String> written = new HashSet<>();
  // The generated paths by their folded form; filled when the first one is looked up.
  private final Map<String, String> folded = new HashMap<>();

  private Comparer(FileTree tree, OutputFolder folder, Ledger ledger) {
    this.tree = tree;
    this.folder = folder;
    this.look = new Look(folder);
    this.ledger = ledger;
    this.merged = new MergedFiles(ledger, tree.files());
  }

  /**
   * Compares.
   *
   * @throws io.kfaws.KfawsException if the ledger cannot be read
   */
  static Comparison compare(FileTree tree, OutputFolder folder) throws IOException {
    return new Comparer(tree, folder, Ledger.read(folder)).compare();
  }

  private Comparison compare() throws IOException {
    for (String path : ledger.files().keySet()) {
      if (!tree.files().containsKey(path)) {
        compareObsolete(path);
      }
    }
    for (var file : tree.files().entrySet()) {
      compareGenerated(file.getKey(), file.getValue());
    }
    steps.sort(Comparator.comparing(Step::path));
    List<Step> ledgerSteps = ledgerSteps();
    // The ledger follows the files, so a user is told of it only where it is all that changes.
    List<Change> changes =
        (steps.isEmpty() ? ledgerSteps : steps).stream().map(Step::change).toList();
    if (ledger.isMerged()) {
      remarks.add(Refusal.unmerged(folder, ledger));
    }
    Difference difference =
        new Difference(folder.given(), changes, lost, ledger.isMerged(), remarks);
    return new Comparison(difference, steps, ledgerSteps, refusals);
  }

  /** A file of the ledger that is generated no longer. What else lies there now is not ours. */
  private void compareObsolete(String path) throws IOException {
    Found found = look.at(path);
    switch (found.kind()) {
      case FILE -> {
        if (isGeneratedUnderAnotherCase(path)) {
          return;
        }
        Content content = found.file();
        judgeDifferent(path, content, () -> Refusal.editedAndObsolete(folder, path), "");
        add(Change.Kind.REMOVED, path, content, "", "");
        leaving.add(path);
        leaving.addAll(PathRule.foldersAbove(path));
      }
      case LINK -> refusals.add(Refusal.link(folder, found.at()));
      default -> lost.add(path);
    }
  }

  private void compareGenerated(String path, String text) throws IOException {
    Found found = look.at(path);
    switch (found.kind()) {
      case MISSING -> addNew(path, text);
      case FILE -> {
        Content content = found.file();
        if (!content.is(text) && !staysWith(path, content, text)) {
          String generated = tree.sha256(path);
          boolean ours = !ledger.versions(path).isEmpty();
          judgeDifferent(
              path,
              content,
              () -> ours ? Refusal.edited(folder, path) : Refusal.foreign(folder, path),
              generated);
          add(Change.Kind.MODIFIED, path, content, text, generated);
        }
      }
      case LINK -> refusals.add(Refusal.link(folder, found.at()));
      case NO_FOLDER -> addUnless(leaving.contains(found.at()), path, text, found);
      default -> addUnless(leavesWhole(path), path, text, found);
    }
  }

  /**
   * Refuses a file that is in the way and not as kfaws left it.
   *
   * @param generated the SHA-256 of what it is to become, or empty
   */
  private void judgeDifferent(
      String path, Content content, Supplier<Refusal> refusal, String generated) {
    boolean ours = !ledger.versions(path).isEmpty();
    String unix = content.withUnixLines().sha256();
    MergeConflict.firstLine(content.text())
        .ifPresent(line -> remarks.add(Refusal.unmerged(folder, path, line)));
    if (ledger.lists(path, content.sha256())
        || (!ours && isOursElsewhere(content.sha256()))
        || merged.isMerge(path, content)) {
      return;
    }
    if (ledger.lists(path, unix) || unix.equals(generated)) {
      Refusal lines = Refusal.lineEndings(ours ? "edited-file" : "foreign-file", folder, path);
      refusals.add(lines);
      remarks.add(lines.diagnostic());
    } else {
      refusals.add(refusal.get());
    }
  }

  /** Whether kfaws wrote this text under another path: git moves files when their folder moves. */
  private boolean isOursElsewhere(String sha256) {
    if (written.isEmpty()) {
      ledger.files().values().forEach(written::addAll);
    }
    return written.contains(sha256);
  }

  /** Whether the user's own {@code .gitattributes} is there, which is never replaced. */
  private boolean staysWith(String path, Content content, String text) {
    if (!path.equals(PathRule.ATTRIBUTES)
        || ledger.lists(path, content.withUnixLines().sha256())
        || merged.isMerge(path, content)) {
      return false;
    }
    kept.add(path);
    GitAttributes.missing(folder, content, text).ifPresent(remarks::add);
    return true;
  }

  /** Adds a file in whose way something is, if that goes away in the same run. */
  private void addUnless(boolean leaves, String path, String text, Found found) {
    if (leaves) {
      addNew(path, text);
    } else {
      refusals.add(
          found.kind() == Found.Kind.NO_FOLDER
              ? Refusal.noFolder(folder, found.at())
              : Refusal.folderInTheWay(folder, path));
    }
  }

  /** Whether a path is a folder in which nothing is left once our obsolete files are gone. */
  private boolean leavesWhole(String path) throws IOException {
    Path top = folder.resolve(path);
    if (!leaving.contains(path) || !Files.isDirectory(top, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    return Directories.innerFirst(top).stream()
        .map(file -> folder.root().relativize(file).toString().replace('\\', '/'))
        .allMatch(leaving::contains);
  }

  /** On a disk that ignores case, {@code A.yaml} of the ledger is the new {@code a.yaml}. */
  private boolean isGeneratedUnderAnotherCase(String path) throws IOException {
    if (folded.isEmpty()) {
      tree.files().keySet().forEach(generated -> folded.put(PathRule.fold(generated), generated));
    }
    String other = folded.get(PathRule.fold(path));
    return other != null
        && look.at(other).kind() == Found.Kind.FILE
        && Files.isSameFile(folder.resolve(other), folder.resolve(path));
  }

  private List<Step> ledgerSteps() throws IOException {
    String text = tree.files().isEmpty() ? "" : Ledger.of(tree, kept).text();
    List<Step> ledgers = new ArrayList<>();
    ledgerStep(PathRule.OLD_LEDGER, "").ifPresent(ledgers::add);
    ledgerStep(PathRule.LEDGER, text).ifPresent(ledgers::add);
    return ledgers;
  }

  private Optional<Step> ledgerStep(String name, String after) throws IOException {
    Found found = look.at(name);
    String before = found.content().map(Content::text).orElse("");
    String sha256 = found.content().map(Content::sha256).orElse("");
    if (before.equals(after)) {
      return Optional.empty();
    }
    Change.Kind kind =
        before.isEmpty()
            ? Change.Kind.ADDED
            : after.isEmpty() ? Change.Kind.REMOVED : Change.Kind.MODIFIED;
    String coming = after.isEmpty() ? "" : Content.of(after).sha256();
    return Optional.of(new Step(new Change(kind, name, before, after), sha256, coming));
  }

  private void addNew(String path, String text) {
    Change change = new Change(Change.Kind.ADDED, path, "", text);
    steps.add(new Step(change, "", tree.sha256(path)));
  }

  private void add(Change.Kind kind, String path, Content before, String text, String after) {
    Change change = new Change(kind, path, before.text(), text);
    steps.add(new Step(change, before.sha256(), after));
  }
}
