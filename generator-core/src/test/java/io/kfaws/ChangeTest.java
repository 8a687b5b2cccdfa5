package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeTest {

  static Stream<Arguments> diffs() {
    return Stream.of(
        Arguments.of("", "x\ny\n", "--- /dev/null\n+++ b/f\n@@ -0,0 +1,2 @@\n+x\n+y\n"),
        Arguments.of("x\n", "", "--- a/f\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-x\n"),
        Arguments.of(
            "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
            "1\n2\n3\n4\nfive\n6\n7\n8\n9\n",
            "--- a/f\n+++ b/f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"),
        Arguments.of(
            "x",
            "x\n",
            "--- a/f\n+++ b/f\n@@ -1,1 +1,1 @@\n-x\n\\ No newline at end of file\n+x\n"),
        Arguments.of(
            "", "x", "--- /dev/null\n+++ b/f\n@@ -0,0 +1,1 @@\n+x\n\\ No newline at end of file\n"),
        Arguments.of("x\r\n", "x\n", "--- a/f\n+++ b/f\n@@ -1,1 +1,1 @@\n-x\r\n+x\n"),
        Arguments.of("", "", ""));
  }

  @ParameterizedTest
  @MethodSource("diffs")
  void showsItselfAsADiff(String before, String after, String diff) {
    assertThat(change(before, after).unifiedDiff()).isEqualTo(diff);
  }

  static Stream<Arguments> texts() {
    String abc = "a\nb\nc\n".repeat(20);
    return Stream.of(
        Arguments.of("x", abc),
        Arguments.of("x\n" + abc + "y\n", "z\n" + abc + "y\nend"),
        Arguments.of(abc, abc.replace("a\nb\nc\na\nb\n", "q\n")),
        Arguments.of("", "x"),
        Arguments.of("", abc),
        Arguments.of("x\n\n\n", "\n\nx\n"),
        Arguments.of("x\n", "x\ny"),
        Arguments.of("x\ny", "x\n"));
  }

  /** Git judges the diff, where there is one. */
  @ParameterizedTest
  @MethodSource("texts")
  void gitAppliesTheDiff(String before, String after, @TempDir Path dir) throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .anyMatch(p -> Files.isExecutable(Path.of(p, "git"))),
        "no git");
    if (!before.isEmpty()) {
      Files.writeString(dir.resolve("f"), before);
    }
    Files.writeString(dir.resolve("d.diff"), change(before, after).unifiedDiff());
    Process git =
        new ProcessBuilder("git", "apply", "d.diff")
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(output).isZero();
    assertThat(dir.resolve("f")).hasContent(after);
  }

  @Test
  void whatIsAddedHasNoPast() {
    assertThatThrownBy(() -> new Change(Change.Kind.ADDED, "f", "x", "y"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Change(Change.Kind.REMOVED, "f", "x", "y"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Change change(String before, String after) {
    Change.Kind kind =
        before.isEmpty()
            ? Change.Kind.ADDED
            : after.isEmpty() ? Change.Kind.REMOVED : Change.Kind.MODIFIED;
    return new Change(kind, "f", before, after);
  }
}
