package io.kfaws.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kfaws.text.KfawsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
  private static final String SHA_OF_X =
      "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";

  @TempDir Path dir;

  @Test
  void isOneSortedLineAFile() throws IOException {
    Trees.tree("b", "x", "a/ü", "x").applyTo(dir, Overwrite.REFUSE);
    assertThat(Files.readString(dir.resolve(".kfaws.json")))
        .isEqualTo(
            """
            {
              "kfaws": 1,
              "files": {
                "a/ü": "SHA",
                "b": "SHA"
              }
            }
            """
                .replace("SHA", SHA_OF_X));
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    FileTree tree = Trees.tree("b", "1", "a/ü 日", "2", "'", "3");
    tree.applyTo(dir, Overwrite.REFUSE);
    assertThat(Ledger.read(OutputFolder.at(dir))).isEqualTo(Ledger.of(tree));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|''|is not a JSON object",
        "[]|:1:1|is not a JSON object",
        "{|:1:2|is not well-formed JSON",
        "<<<<<<< HEAD|:1:1|is not well-formed JSON",
        "{'kfaws':1,'files':{}} {}|:1:24|goes on after its end",
        "{'kfaws':1}|:1:11|lacks the key files",
        "{'files':{}}|:1:12|lacks the key kfaws",
        "{'kfaws':2,'files':{}}|:1:10|has version 2; this kfaws reads version 1",
        "{'kfaws':'1','files':{}}|:1:10|has a version that is no number",
        "{'kfaws':1,'files':[]}|:1:20|has files that are no object",
        "{'kfaws':1,'files':null}|:1:20|has files that are no object",
        "{'kfaws':1,~'more':1,'files':{}}|:2:1|has an unknown key",
        "{'kfaws':1,'files':{~'a':1}}|:2:5|has a SHA-256 that is no text",
        "{'kfaws':1,'files':{~'a':'SHA',~'a':'SHA'}}|:3:4|has a key twice",
        "{'kfaws':1,'kfaws':1,'files':{}}|:1:19|has a key twice",
        "{'kfaws':1,'files':{'a':'0'}}|:1:25|has a SHA-256 that is not 64 lower-case hex digits",
        "{'kfaws':1,'files':{~'../a':'SHA'}}|:2:1|lists a path that has the part ..",
        "{'kfaws':1,'files':{~'/etc/passwd':'SHA'}}|:2:1|lists a path that is absolute",
        "{'kfaws':1,'files':{'.kfaws.json':'SHA'}}|:1:21|lists a path that is a name that kfaws keeps for itself",
      })
  void isRefusedWithItsLine(String text, String place, String problem) throws IOException {
    Path file = dir.resolve(".kfaws.json");
    Files.writeString(file, text.replace('\'', '"').replace('~', '\n').replace("SHA", SHA_OF_X));
    var before = Trees.snapshot(dir);
    FileTree tree = Trees.tree("a", "x");
    for (var run :
        new ThrowingCallable[] {
          () -> tree.changesAgainst(dir), () -> tree.applyTo(dir, Overwrite.FORCE)
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
    Path file = dir.resolve(".kfaws.json");
    String text = Files.readString(file);
    Files.writeString(file, text.replace("\n", "\r\n"));
    assertThat(tree.changesAgainst(dir)).extracting(Change::path).containsExactly(".kfaws.json");
    tree.applyTo(dir, Overwrite.REFUSE);
    assertThat(file).hasContent(text);
  }
}
