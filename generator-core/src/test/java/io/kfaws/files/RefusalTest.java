package io.kfaws.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kfaws.Change;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Overwrite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {
  private static final FileTree OLD =
      Trees.tree("a", "1\n", "b/c", "1\n", "gone", "1\n", "d/gone", "1\n");
  private static final FileTree NEW = Trees.tree("a", "2\n", "b/c", "2\n", "new/x", "2\n");

  @TempDir Path parent;
  private Path dir = Path.of("");

  /** What a user does to the folder between two runs. */
  interface Deed {
    void to(Path dir) throws IOException;
  }

  @BeforeEach
  void generateOld() throws IOException {
    dir = parent.resolve("out");
    OLD.applyTo(dir, Overwrite.REFUSE);
  }

  static Stream<Arguments> yielding() {
    return Stream.of(
        row("edits", d -> Trees.write(d.resolve("a"), "me\n"), "a", "edited-file", "was edited by"),
        row(
            "edits what is obsolete",
            d -> Trees.write(d.resolve("gone"), "me\n"),
            "gone",
            "edited-file",
            "is no longer generated, but was edited by hand since"),
        row(
            "checks out with CRLF",
            d -> Trees.write(d.resolve("b/c"), "1\r\n"),
            "b/c",
            "edited-file",
            "differs from what kfaws wrote only in its line endings (CRLF)"),
        row(
            "checks out an obsolete file with CRLF",
            d -> Trees.write(d.resolve("d/gone"), "1\r\n"),
            "d/gone",
            "edited-file",
            "differs from what kfaws wrote only in its line endings (CRLF)"),
        row(
            "owns a file",
            d -> Trees.write(d.resolve("new/x"), "me\n"),
            "new/x",
            "foreign-file",
            "is in the way of a generated file; kfaws did not write it"),
        row(
            "owns a file with CRLF",
            d -> Trees.write(d.resolve("new/x"), "2\r\n"),
            "new/x",
            "foreign-file",
            "differs from what kfaws wrote only in its line endings (CRLF)"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("yielding")
  void isRefusedButForced(String name, Deed deed, String path, String rule, String message)
      throws IOException {
    deed.to(dir);
    assertRefused(Overwrite.REFUSE, path, rule, message);
    assertThat(Trees.changes(NEW, dir)).extracting(Change::path).contains(path);
    NEW.applyTo(dir, Overwrite.FORCE);
    assertThat(Trees.snapshot(dir))
        .containsOnlyKeys(".kfaws.sha256", "a", "b", "b/c", "new", "new/x");
    assertThat(Trees.changes(NEW, dir)).isEmpty();
  }

  static Stream<Arguments> firm() {
    return Stream.of(
        row("links a file", d -> link(d, "a", "b/c"), "a", "link-in-output", "is a symbolic link"),
        row("links a folder", d -> link(d, "b", "d"), "b", "link-in-output", "is a symbolic link"),
        row(
            "links an obsolete file",
            d -> link(d, "gone", "a"),
            "gone",
            "link-in-output",
            "is a symbolic link"),
        row(
            "links the folder of an obsolete file",
            d -> link(d, "d", "b"),
            "d",
            "link-in-output",
            "is a symbolic link"),
        row(
            "links out of the folder",
            d -> link(d, "new", ".."),
            "new",
            "link-in-output",
            "is a symbolic link"),
        row(
            "links to nowhere",
            d -> link(d, "new", "nowhere"),
            "new",
            "link-in-output",
            "is a symbolic link"),
        row(
            "links the ledger",
            d -> {
              Files.move(d.resolve(".kfaws.sha256"), d.resolve("ledger"));
              link(d, ".kfaws.sha256", "ledger");
            },
            ".kfaws.sha256",
            "link-in-output",
            "is a symbolic link"),
        row(
            "links the work folder",
            d -> link(d, ".kfaws.work", "b"),
            ".kfaws.work",
            "link-in-output",
            "is a symbolic link"),
        row(
            "has a file for a work folder",
            d -> Trees.write(d.resolve(".kfaws.work"), "x"),
            ".kfaws.work",
            "not-a-folder",
            "must be a folder"),
        row(
            "has a folder for a ledger",
            d -> {
              Files.delete(d.resolve(".kfaws.sha256"));
              Files.createDirectory(d.resolve(".kfaws.sha256"));
            },
            ".kfaws.sha256",
            "not-a-file",
            "must be a file"),
        row(
            "has a folder for a file",
            d -> {
              Files.delete(d.resolve("a"));
              Trees.write(d.resolve("a/mine"), "x");
            },
            "a",
            "not-a-file",
            "must be a file"),
        row(
            "has an empty folder for a file",
            d -> Files.createDirectories(d.resolve("new/x")),
            "new/x",
            "not-a-file",
            "must be a file"),
        row(
            "has a file for a folder",
            d -> Trees.write(d.resolve("new"), "x"),
            "new",
            "not-a-folder",
            "must be a folder"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("firm")
  void isRefusedEvenIfForced(String name, Deed deed, String path, String rule, String message)
      throws IOException {
    deed.to(dir);
    assertRefused(Overwrite.REFUSE, path, rule, message);
    assertRefused(Overwrite.FORCE, path, rule, message);
    assertThatThrownBy(() -> Trees.changes(NEW, dir))
        .isInstanceOf(KfawsException.class)
        .hasMessageContaining("[" + rule + "]");
  }

  @Test
  void allRefusalsComeAtOnce() throws IOException {
    Trees.write(dir.resolve("a"), "me\n");
    Trees.write(dir.resolve("gone"), "me\n");
    Trees.write(dir.resolve("new/x"), "me\n");
    link(dir, "b", "d");
    KfawsException refused =
        catchThrowableOfType(KfawsException.class, () -> NEW.applyTo(dir, Overwrite.REFUSE));
    assertThat(refused.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly("edited-file", "link-in-output", "edited-file", "foreign-file");
  }

  @Test
  void aFolderThatHoldsMoreThanOursDoesNotBecomeAFile() throws IOException {
    Files.createDirectories(dir.resolve("d/empty"));
    assertThatThrownBy(() -> Trees.tree("d", "x").applyTo(dir, Overwrite.FORCE))
        .isInstanceOf(KfawsException.class)
        .hasMessageContaining("out/d: error: must be a file");
  }

  @Test
  void theOutputFolderMustNotBeAFile() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "x");
    Path link = Files.createSymbolicLink(parent.resolve("link"), Path.of("nowhere"));
    assertThatThrownBy(() -> NEW.applyTo(file, Overwrite.FORCE))
        .isInstanceOf(KfawsException.class)
        .hasMessageStartingWith(file + ": error: is not a folder [not-a-folder]");
    assertThatThrownBy(() -> Trees.changes(NEW, file.resolve("below/it")))
        .isInstanceOf(KfawsException.class)
        .hasMessageStartingWith(file + ": error: is not a folder [not-a-folder]");
    assertThatThrownBy(() -> Trees.changes(NEW, link))
        .isInstanceOf(KfawsException.class)
        .hasMessageStartingWith(link + ": error: is a link to nowhere [not-a-folder]");
  }

  private void assertRefused(Overwrite overwrite, String path, String rule, String message)
      throws IOException {
    var before = Trees.snapshot(dir);
    KfawsException refused =
        catchThrowableOfType(KfawsException.class, () -> NEW.applyTo(dir, overwrite));
    assertThat(refused.diagnostics()).hasSize(1);
    Diagnostic finding = refused.diagnostics().get(0);
    assertThat(finding.location().source()).isEqualTo(dir + "/" + path);
    assertThat(finding.rule()).isEqualTo(rule);
    assertThat(finding.message()).startsWith(message);
    assertThat(finding.hint()).isNotEmpty();
    assertThat(Trees.snapshot(dir)).isEqualTo(before);
  }

  private static Arguments row(String name, Deed deed, String path, String rule, String message) {
    return Arguments.of(name, deed, path, rule, message);
  }

  private static void link(Path dir, String name, String target) throws IOException {
    Path link = dir.resolve(name);
    if (Files.exists(link)) {
      for (Path path : Directories.innerFirst(link)) {
        Files.delete(path);
      }
    }
    Files.createSymbolicLink(link, Path.of(target));
  }
}
