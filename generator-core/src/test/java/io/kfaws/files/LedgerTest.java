package io.kfaws.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kfaws.Change;
import io.kfaws.KfawsException;
import io.kfaws.Overwrite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
  private static final String SHA_OF_X =
      "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
  private static final String SHA_OF_Y =
      "a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa";

  @TempDir Path dir;

  @Test
  void isOneSortedLineAFile() throws IOException {
    Trees.tree("b", "x", "a/ü", "x").applyTo(dir, Overwrite.REFUSE);
    assertThat(Files.readString(ledger()).lines().filter(line -> !line.startsWith("#")))
        .containsExactly(SHA_OF_X + "  a/ü", SHA_OF_X + "  b");
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    FileTree tree = Trees.tree("b", "1", "a/ü 日", "2", "'", "3");
    tree.applyTo(dir, Overwrite.REFUSE);
    assertThat(Ledger.read(OutputFolder.at(dir))).isEqualTo(Ledger.of(tree, Set.of()));
  }

  /** As git's union merge and its conflict markers leave it, whatever the order. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "X  b~X  a~X  a~",
        "<<<<<<< HEAD~X  a~=======~X  b~>>>>>>> main~",
        "<<<<<<< HEAD~X  a~||||||| 0123abc~X  a~=======~X  b~>>>>>>> main~",
        "# of another kfaws~~X  a~X *b",
      })
  void isReadInWhateverOrderMergesLeave(String text) throws IOException {
    write(ledger(), text);
    Ledger read = Ledger.read(OutputFolder.at(dir));
    assertThat(read).isEqualTo(Ledger.of(Trees.tree("a", "x", "b", "x"), Set.of()));
    assertThat(read.isMerged()).isFalse();
  }

  @Test
  void listsBothVersionsOfWhatBothBranchesChanged() throws IOException {
    write(ledger(), "X  a~Y  a~X  b~");
    Ledger read = Ledger.read(OutputFolder.at(dir));
    assertThat(read.isMerged()).isTrue();
    assertThat(read.versions("a")).containsExactly(SHA_OF_X, SHA_OF_Y);
    assertThat(read.lists("a", SHA_OF_Y)).isTrue();
    assertThat(read.lists("b", SHA_OF_Y)).isFalse();
  }

  /** Earlier versions wrote JSON; git's markers may stand in it, and a new ledger beside it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{~  'kfaws': 1,~  'files': {~    'a': 'X',~    'b': 'X'~  }~}~",
        "{~  'kfaws': 1,~  'files': {~<<<<<<< HEAD~    'a': 'X'~=======~    'b': 'X'~>>>>>>> b~ "
            + " }~}~",
      })
  void isTakenOverFromAnEarlierVersion(String text) throws IOException {
    FileTree tree = Trees.tree("a", "x", "b", "x");
    tree.applyTo(dir, Overwrite.REFUSE);
    String written = Files.readString(ledger());
    Files.delete(ledger());
    Path old = dir.resolve(".kfaws.json");
    write(old, text.replace('\'', '"'));
    FileTree next = Trees.tree("a", "z");
    assertThat(next.applyTo(dir, Overwrite.REFUSE).changes()).hasSize(2);
    assertThat(old).doesNotExist();
    tree.applyTo(dir, Overwrite.REFUSE);
    assertThat(ledger()).hasContent(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".kfaws.sha256|me~|:1:1|is no line of a ledger",
        ".kfaws.sha256|X  a~~X b~|:3:1|is no line of a ledger",
        ".kfaws.sha256|0123  a|:1:1|is no line of a ledger",
        ".kfaws.sha256|X  ../a|:1:1|lists a path that has the part ..",
        ".kfaws.sha256|X  /etc/passwd|:1:1|lists a path that is absolute",
        ".kfaws.sha256|X  .kfaws.sha256|:1:1|lists a path that is a name that kfaws keeps for"
            + " itself",
        ".kfaws.json|[]|:1:1|is no line of a ledger",
        ".kfaws.json|{~  'kfaws': 2,~|:2:1|is no line of a ledger",
        ".kfaws.json|{~    '../a': 'X'|:2:1|lists a path that has the part ..",
      })
  void isRefusedWithItsLine(String name, String text, String place, String problem)
      throws IOException {
    Path file = dir.resolve(name);
    write(file, text.replace('\'', '"'));
    var before = Trees.snapshot(dir);
    FileTree tree = Trees.tree("a", "x");
    for (var run :
        new ThrowingCallable[] {
          () -> Trees.changes(tree, dir), () -> tree.applyTo(dir, Overwrite.FORCE)
        }) {
      assertThatThrownBy(run)
          .isInstanceOf(KfawsException.class)
          .hasMessageStartingWith(file + place + ": error: " + problem + " [bad-ledger]\n  hint: ");
    }
    assertThat(Trees.snapshot(dir)).isEqualTo(before);
  }

  @Test
  void isReadWithTheLineEndingsOfWindows() throws IOException {
    FileTree tree = Trees.tree("a", "x");
    tree.applyTo(dir, Overwrite.REFUSE);
    String text = Files.readString(ledger());
    Files.writeString(ledger(), text.replace("\n", "\r\n"));
    assertThat(Trees.changes(tree, dir)).extracting(Change::path).containsExactly(".kfaws.sha256");
    tree.applyTo(dir, Overwrite.REFUSE);
    assertThat(ledger()).hasContent(text);
  }

  private Path ledger() {
    return dir.resolve(".kfaws.sha256");
  }

  private static void write(Path file, String text) throws IOException {
    String lines = text.replace('~', '\n').replace("X", SHA_OF_X).replace("Y", SHA_OF_Y);
    Files.writeString(file, lines);
  }
}
