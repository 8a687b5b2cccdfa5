package io.kfaws.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kfaws.Change;
import io.kfaws.KfawsException;
import io.kfaws.Overwrite;
import io.kfaws.files.BadDisk.Killed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change of a run goes wrong in turn; the folder never holds a mixture for good. */
class FailureTest {
  // All that can happen to a file: stays, changes, goes, comes, becomes a folder, was a folder.
  private static final FileTree OLD =
      Trees.tree("same", "1", "a", "1", "gone/x", "1", "f", "1", "d/e/x", "1");
  private static final FileTree NEW =
      Trees.tree("same", "1", "a", "2", "come/y", "2", "f/x", "2", "d/e", "2");

  @TempDir Path parent;
  private final SortedMap<String, String> expected;

  FailureTest() throws IOException {
    expected = wholeNew();
  }

  static IntStream changes() throws IOException {
    Path dir = Files.createTempDirectory("kfaws");
    try {
      AtomicInteger count = new AtomicInteger();
      prepare(dir);
      new Writer(BadDisk.counting(count)).apply(NEW, dir, Overwrite.REFUSE);
      assertThat(count.get()).isGreaterThan(30);
      return IntStream.rangeClosed(1, count.get());
    } finally {
      delete(dir);
    }
  }

  @Test
  void aFolderThatTakesNoFilesIsNotTriedForEver() {
    Path dir = parent.resolve("out");
    assertThatThrownBy(() -> new Writer(BadDisk.withoutFolders()).apply(NEW, dir, Overwrite.REFUSE))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(dir + "/")
        .hasMessageContaining("cannot be created");
    assertThat(dir).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aFailureLeavesTheOldFiles(int n) throws IOException {
    Path dir = prepare(parent.resolve("out"));
    SortedMap<String, String> old = Trees.snapshot(dir);
    assertThatThrownBy(() -> new Writer(BadDisk.failingAt(n)).apply(NEW, dir, Overwrite.REFUSE))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(dir + "/")
        .hasMessageEndingWith(": No space left on device");
    SortedMap<String, String> after = Trees.snapshot(dir);
    SortedMap<String, String> files = Trees.withoutWork(after);
    if (files.equals(old)) {
      // Where the removal of the lock or the work folder is what failed, that is left.
      assertThat(after.keySet())
          .isSubsetOf(union(old.keySet(), Set.of(".kfaws.work", ".kfaws.work/lock")));
    } else {
      // All files had moved already; what failed was tidying up.
      files.remove("gone", "<folder>");
      assertThat(files).isEqualTo(expected);
    }
    assertWholeAfterwards(dir);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aDiskThatStaysBadIsPutRightByTheNextRun(int n) throws IOException {
    Path dir = prepare(parent.resolve("out"));
    assertThatThrownBy(() -> new Writer(BadDisk.failingFrom(n)).apply(NEW, dir, Overwrite.REFUSE))
        .isInstanceOf(IOException.class);
    assertWholeAfterwards(dir);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aKilledRunIsPutRightByTheNext(int n) throws IOException {
    Path dir = prepare(parent.resolve("out"));
    kill(dir, n);
    assertWholeAfterwards(dir);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aKilledRunIsUndoneByARunOfTheOldTree(int n) throws IOException {
    Path dir = prepare(parent.resolve("out"));
    SortedMap<String, String> old = Trees.snapshot(dir);
    kill(dir, n);
    OLD.applyTo(dir, Overwrite.REFUSE);
    assertThat(Trees.snapshot(dir)).isEqualTo(old);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aKilledRecoveryIsPutRightToo(int n) throws IOException {
    boolean killed = true;
    for (int m = 1; killed; m++) {
      // The run before left the new tree; the old one again makes it the start of the next.
      Path dir = prepare(parent.resolve("out"));
      kill(dir, n);
      if (!WorkFolder.of(OutputFolder.at(dir)).isInterrupted()) {
        // No file had moved: there is no recovery to kill, and the tests above cover the rest.
        return;
      }
      int at = m;
      killed =
          catchThrowable(() -> new Writer(BadDisk.killedAt(at)).apply(NEW, dir, Overwrite.REFUSE))
              instanceof Killed;
      NEW.applyTo(dir, Overwrite.REFUSE);
      assertThat(Trees.snapshot(dir)).isEqualTo(expected);
    }
  }

  @Test
  void aFailedFirstRunLeavesNoFolder() throws IOException {
    Path dir = parent.resolve("x/y/out");
    for (int n = 1; n <= 12; n++) {
      int at = n;
      assertThatThrownBy(() -> new Writer(BadDisk.failingAt(at)).apply(OLD, dir, Overwrite.REFUSE))
          .isInstanceOf(IOException.class);
      assertThat(parent).isEmptyDirectory();
    }
  }

  @Test
  void editsAfterAKillAreNotLost() throws IOException {
    Path dir = prepare(parent.resolve("out"));
    int n = killWhen(dir, "a", "2");
    assertThat(n).isPositive();
    Files.writeString(dir.resolve("a"), "me");
    assertThatThrownBy(() -> Trees.changes(NEW, dir))
        .isInstanceOf(KfawsException.class)
        .hasMessageStartingWith(dir + "/.kfaws.work: error: ")
        .hasMessageContaining("[interrupted-run]\n  hint: generate again");
    assertThatThrownBy(() -> NEW.applyTo(dir, Overwrite.REFUSE))
        .isInstanceOf(KfawsException.class)
        .hasMessageStartingWith(dir + "/.kfaws.work: warning: a run was interrupted and has been")
        .hasMessageContaining(dir + "/a: error: was edited by hand");
    assertThat(dir.resolve("a")).hasContent("me");
    NEW.applyTo(dir, Overwrite.FORCE);
    assertThat(Trees.snapshot(dir)).isEqualTo(expected);
  }

  @Test
  void whatVersionControlRestoredAfterAKillStays() throws IOException {
    Path dir = prepare(parent.resolve("out"));
    killWhen(dir, "a", "2");
    Files.writeString(dir.resolve("a"), "1");
    assertWholeAfterwards(dir);
  }

  @Test
  void halfWrittenFilesAreNoHarm() throws IOException {
    Path dir = prepare(parent.resolve("out"));
    Trees.write(dir.resolve(".kfaws.work/new/d/e"), "hal");
    Trees.write(dir.resolve(".kfaws.work/journal.draft"), "{");
    assertWholeAfterwards(dir);
  }

  static Stream<String> badJournals() {
    return Stream.of(
        "",
        "{",
        "null",
        "{\"entries\":null,\"folders\":[]}",
        "{\"entries\":[{\"path\":\"a\"}],\"folders\":[]}",
        "{\"entries\":[],\"folders\":[\"../..\"]}",
        "{\"entries\":[{\"path\":\"/etc/x\",\"before\":\"\",\"after\":\"\"}],\"folders\":[]}");
  }

  @ParameterizedTest
  @MethodSource("badJournals")
  void aJournalThatIsNoneIsRefused(String text) throws IOException {
    Path dir = prepare(parent.resolve("out"));
    Trees.write(dir.resolve(".kfaws.work/journal.json"), text);
    assertThatThrownBy(() -> NEW.applyTo(dir, Overwrite.FORCE))
        .isInstanceOf(KfawsException.class)
        .hasMessageStartingWith(dir + "/.kfaws.work/journal.json: error: ")
        .hasMessageContaining("[bad-journal]");
  }

  /** The SHA-256 of {@code f}, the content of {@code foreign/x}. */
  private static final String F = Content.of("f").sha256();

  static Stream<String> foreignJournals() {
    return Stream.of(
        entry("foreign/x", "", F),
        entry("foreign/x", F, ""),
        entry("foreign/y", F, ""),
        entry("a", F, Content.of("no version of ours").sha256()),
        entry("a", Content.of("not what lies aside").sha256(), ""),
        "{\"entries\":[],\"folders\":[\"come\",\"come/empty\"]}");
  }

  private static String entry(String path, String before, String after) {
    return "{\"entries\":[{\"path\":\"%s\",\"before\":\"%s\",\"after\":\"%s\"}],\"folders\":[]}"
        .formatted(path, before, after);
  }

  /** Whoever can write into the folder could let a run remove or bring a file that is not ours. */
  @ParameterizedTest
  @MethodSource("foreignJournals")
  void aJournalAboutFilesOfOthersChangesNothing(String text) throws IOException {
    for (String name : List.of("journal.json", "journal.done")) {
      Path dir = prepare(parent.resolve(name));
      Trees.write(dir.resolve(".kfaws.work/old-0"), "f");
      Trees.write(dir.resolve(".kfaws.work/" + name), text);
      SortedMap<String, String> before = Trees.snapshot(dir);
      assertThatThrownBy(() -> NEW.applyTo(dir, Overwrite.FORCE))
          .isInstanceOf(KfawsException.class)
          .hasMessageStartingWith(dir + "/.kfaws.work/" + name + ": error: ")
          .hasMessageContaining("[bad-journal]");
      assertThat(Trees.snapshot(dir)).isEqualTo(before);
    }
  }

  @Test
  void aJournalIsReadThroughNoLink() throws IOException {
    Path dir = prepare(parent.resolve("out"));
    Path elsewhere = parent.resolve("journal");
    Files.writeString(elsewhere, "{\"entries\":[],\"folders\":[]}");
    Files.createDirectories(dir.resolve(".kfaws.work"));
    Files.createSymbolicLink(dir.resolve(".kfaws.work/journal.json"), elsewhere);
    assertThatThrownBy(() -> NEW.applyTo(dir, Overwrite.REFUSE))
        .isInstanceOf(KfawsException.class)
        .hasMessageContaining("[bad-journal]");
  }

  /** What comes lies in a tree, and a link in that would lead to files of others. */
  @Test
  void aJournalBringsNothingThroughALink() throws IOException {
    for (String link : List.of("new", "new/d")) {
      Path dir = prepare(parent.resolve(link.replace('/', '-')));
      Path elsewhere = Files.createDirectory(parent.resolve("of " + dir.getFileName()));
      Trees.write(elsewhere.resolve(link.equals("new") ? "d/e" : "e"), "2");
      Path inside = dir.resolve(".kfaws.work").resolve(link);
      Files.createDirectories(inside.getParent());
      Files.createSymbolicLink(inside, elsewhere);
      Trees.write(
          dir.resolve(".kfaws.work/journal.json"), entry("d/e", "", Content.of("2").sha256()));
      SortedMap<String, String> before = Trees.snapshot(parent);
      assertThatThrownBy(() -> NEW.applyTo(dir, Overwrite.FORCE))
          .isInstanceOf(KfawsException.class)
          .hasMessageContaining("has another version of d/e than the new/d/e beside it")
          .hasMessageContaining("[bad-journal]");
      assertThat(Trees.snapshot(parent)).isEqualTo(before);
    }
  }

  private static Path prepare(Path dir) throws IOException {
    OLD.applyTo(dir, Overwrite.REFUSE);
    Trees.write(dir.resolve("foreign/x"), "f");
    Files.createDirectories(dir.resolve("come/empty"));
    return dir;
  }

  private static void kill(Path dir, int n) {
    assertThatThrownBy(() -> new Writer(BadDisk.killedAt(n)).apply(NEW, dir, Overwrite.REFUSE))
        .isInstanceOf(Killed.class);
  }

  /** Kills at the first change after which a file has a content; returns its number, or 0. */
  private static int killWhen(Path dir, String path, String content) throws IOException {
    for (int n : changes().toArray()) {
      kill(dir, n);
      if (Files.exists(dir.resolve(path)) && Files.readString(dir.resolve(path)).equals(content)) {
        return n;
      }
      OLD.applyTo(dir, Overwrite.REFUSE);
    }
    return 0;
  }

  /** A comparison tells what the next run does, or why it cannot; the run makes all new. */
  private void assertWholeAfterwards(Path dir) throws IOException {
    List<Change> told = List.of();
    boolean interrupted = Files.exists(dir.resolve(".kfaws.work/journal.json"));
    if (interrupted) {
      assertThatThrownBy(() -> Trees.changes(NEW, dir)).hasMessageContaining("[interrupted-run]");
    } else {
      told = Trees.changes(NEW, dir);
    }
    List<Change> done = NEW.applyTo(dir, Overwrite.REFUSE).changes();
    if (!interrupted) {
      assertThat(done).isEqualTo(told);
    }
    assertThat(Trees.snapshot(dir)).isEqualTo(expected);
  }

  private static SortedMap<String, String> wholeNew() throws IOException {
    Path dir = Files.createTempDirectory("kfaws");
    try {
      prepare(dir);
      NEW.applyTo(dir, Overwrite.REFUSE);
      return Trees.snapshot(dir);
    } finally {
      delete(dir);
    }
  }

  private static Set<String> union(Set<String> first, Set<String> second) {
    Set<String> all = new TreeSet<>(first);
    all.addAll(second);
    return all;
  }

  private static void delete(Path dir) throws IOException {
    for (Path path : Directories.innerFirst(dir)) {
      Files.delete(path);
    }
  }
}
