package io.kfaws.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kfaws.Applied;
import io.kfaws.Change;
import io.kfaws.Change.Kind;
import io.kfaws.Overwrite;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {
  @TempDir Path parent;
  private Path dir = Path.of("");

  @BeforeEach
  void name() {
    dir = parent.resolve("made/out");
  }

  @Test
  void aMissingFolderIsAllAdded() throws IOException {
    FileTree tree = Trees.tree("a", "1", "b/c", "2");
    List<Change> changes = Trees.changes(tree, dir);
    assertThat(changes)
        .containsExactly(
            new Change(Kind.ADDED, "a", "", "1"), new Change(Kind.ADDED, "b/c", "", "2"));
    assertThat(parent).isEmptyDirectory();
    assertThat(apply(tree)).isEqualTo(changes);
    assertHolds("a", "1", "b", "<folder>", "b/c", "2");
    assertThat(Trees.changes(tree, dir)).isEmpty();
    assertThat(apply(tree)).isEmpty();
  }

  @Test
  void changesAreSortedByPath() throws IOException {
    apply(Trees.tree("a", "1", "c/x", "1", "e", "1"));
    FileTree tree = Trees.tree("b", "1", "d", "1", "e", "2");
    List<Change> changes = Trees.changes(tree, dir);
    assertThat(changes)
        .extracting(Change::kind, Change::path, Change::before, Change::after)
        .containsExactly(
            tuple(Kind.REMOVED, "a", "1", ""),
            tuple(Kind.ADDED, "b", "", "1"),
            tuple(Kind.REMOVED, "c/x", "1", ""),
            tuple(Kind.ADDED, "d", "", "1"),
            tuple(Kind.MODIFIED, "e", "1", "2"));
    assertThat(apply(tree)).isEqualTo(changes);
    assertHolds("b", "1", "d", "1", "e", "2");
  }

  /** It is written where the run works: each file is touched once, however many there are. */
  @Test
  void aFolderThatIsNewComesAsAWhole() throws IOException {
    apply(Trees.tree("old/x", "1"));
    FileTree.Builder tree = FileTree.builder().put("old/x", "1");
    for (int n = 0; n < 100; n++) {
      tree.put("new/a/" + n, "1").put("new/b/" + n, "2").put("old/new/" + n, "3");
    }
    AtomicInteger changes = new AtomicInteger();
    new Writer(BadDisk.counting(changes)).apply(tree.build(), dir, Overwrite.REFUSE);
    int writes = 300;
    assertThat(changes).hasValueLessThan(writes + 40);
    assertThat(Trees.snapshot(dir)).hasSize(1 + 1 + 1 + writes + 4);
  }

  @Test
  void foreignFilesAndFoldersStay() throws IOException {
    Trees.write(dir.resolve("x/foreign"), "f");
    Files.createDirectories(dir.resolve("x/empty"));
    apply(Trees.tree("x/ours", "1", "y/z/ours", "1"));
    Trees.write(dir.resolve("y/foreign"), "f");
    apply(Trees.tree());
    assertThat(Trees.snapshot(dir)).containsOnlyKeys("x", "x/foreign", "x/empty", "y", "y/foreign");
  }

  @Test
  void anEmptyTreeNeedsNoFolder() throws IOException {
    assertThat(apply(Trees.tree())).isEmpty();
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void aFileBecomesAFolderAndBack() throws IOException {
    FileTree file = Trees.tree("a", "1", "z", "1");
    FileTree folder = Trees.tree("a/b/c", "2", "z", "1");
    apply(file);
    apply(folder);
    assertHolds("a", "<folder>", "a/b", "<folder>", "a/b/c", "2", "z", "1");
    apply(file);
    assertHolds("a", "1", "z", "1");
  }

  @Test
  void aFileThatIsAlreadyRightIsAdopted() throws IOException {
    Trees.write(dir.resolve("a"), "1");
    FileTree tree = Trees.tree("a", "1");
    assertThat(Trees.changes(tree, dir)).extracting(Change::path).containsExactly(".kfaws.sha256");
    assertThat(apply(tree)).extracting(Change::path).containsExactly(".kfaws.sha256");
    assertThat(apply(Trees.tree())).extracting(Change::kind).containsExactly(Kind.REMOVED);
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void aFileDeletedByHandIsForgotten() throws IOException {
    apply(Trees.tree("a", "1", "b", "1"));
    Files.delete(dir.resolve("a"));
    apply(Trees.tree("b", "1"));
    assertThat(Ledger.read(OutputFolder.at(dir)).files()).containsOnlyKeys("b");
  }

  @Test
  void whatLiesWhereAnObsoleteFileWasIsNotOurs() throws IOException {
    apply(Trees.tree("a", "1", "b/c", "1", "k", "1"));
    Files.delete(dir.resolve("a"));
    Trees.write(dir.resolve("a/mine"), "m");
    Files.delete(dir.resolve("b/c"));
    Files.delete(dir.resolve("b"));
    Trees.write(dir.resolve("b"), "m");
    apply(Trees.tree("k", "1"));
    assertHolds("a", "<folder>", "a/mine", "m", "b", "m", "k", "1");
  }

  @Test
  void namesThatDifferInCaseOnADiskThatIgnoresItAreOneFile() throws IOException {
    apply(Trees.tree("A", "1"));
    // Two names of one file, as such a disk would show them.
    Files.createLink(dir.resolve("a"), dir.resolve("A"));
    apply(Trees.tree("a", "1"));
    assertThat(dir.resolve("a")).hasContent("1");
    assertThat(Ledger.read(OutputFolder.at(dir)).files()).containsOnlyKeys("a");
  }

  @Test
  void theOutputFolderMayBeALink() throws IOException {
    Files.createDirectories(dir);
    Path link = Files.createSymbolicLink(parent.resolve("link"), dir);
    Trees.tree("a", "1").applyTo(link, Overwrite.REFUSE);
    assertHolds("a", "1");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void replacedFilesKeepTheirPermissions() throws IOException {
    apply(Trees.tree("a", "1", "b", "1"));
    FileStore store = Files.getFileStore(dir);
    Assumptions.assumeTrue(store.supportsFileAttributeView("posix"));
    var usual = Files.getPosixFilePermissions(dir.resolve("b"));
    var odd = PosixFilePermissions.fromString("rwxr-x---");
    Files.setPosixFilePermissions(dir.resolve("a"), odd);
    apply(Trees.tree("a", "2", "b", "2"));
    assertThat(Files.getPosixFilePermissions(dir.resolve("a"))).isEqualTo(odd);
    assertThat(Files.getPosixFilePermissions(dir.resolve("b"))).isEqualTo(usual);
  }

  @Test
  void contentThatIsNoTextIsShownAsFarAsItCanBe() throws IOException {
    Files.createDirectories(dir);
    Files.write(dir.resolve("a"), new byte[] {(byte) 0xff});
    Applied applied = Trees.tree("a", "\uFFFD").applyTo(dir, Overwrite.FORCE);
    assertThat(applied.changes())
        .containsExactly(new Change(Kind.MODIFIED, "a", "\uFFFD", "\uFFFD"));
    assertThat(dir.resolve("a")).hasContent("\uFFFD");
  }

  private List<Change> apply(FileTree tree) throws IOException {
    return tree.applyTo(dir, Overwrite.REFUSE).changes();
  }

  /** The folder holds these and a ledger, and nothing else. */
  private void assertHolds(String... pathsAndContents) throws IOException {
    var snapshot = Trees.snapshot(dir);
    assertThat(snapshot.remove(".kfaws.sha256")).isNotNull();
    for (int n = 0; n < pathsAndContents.length; n += 2) {
      assertThat(snapshot.remove(pathsAndContents[n])).isEqualTo(pathsAndContents[n + 1]);
    }
    assertThat(snapshot).isEmpty();
  }
}
