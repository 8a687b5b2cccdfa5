package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was generated and committed is up to date in whatever way git checks it out. */
class CheckoutTest {
  private static final Preview UP_TO_DATE = new Preview(List.of(), new TreeSet<>(), List.of());

  @TempDir Path temp = Path.of("");
  private Git git = new Git(Path.of(""));

  @BeforeEach
  void generateAndCommit() throws IOException {
    Git.require();
    git = Git.init(Files.createDirectories(temp.resolve("origin")));
    Path configuration = Cases.HERE.resolve("merges/add-add/base.yaml");
    Files.copy(
        configuration, git.folder().resolve("kfaws.yaml"), StandardCopyOption.REPLACE_EXISTING);
    generation(git.folder()).apply(Overwrite.REFUSE);
    git.commit("base");
  }

  @Test
  void isUpToDateWithTheLineEndingsOfWindows() throws IOException {
    Path clone = cloned();
    assertThat(Files.readString(clone.resolve("kfaws.yaml"))).contains("\r\n");
    assertThat(generation(clone).preview()).isEqualTo(UP_TO_DATE);
  }

  @Test
  void saysThatOnlyLineEndingsDiffer() throws IOException {
    Files.writeString(git.folder().resolve("overlays/.gitattributes"), "# mine\n");
    git.commit("own attributes");
    Preview preview = generation(cloned()).preview();
    assertThat(preview.changes()).isNotEmpty();
    assertThat(preview.warnings())
        .extracting(Diagnostic::message)
        .contains("differs from what kfaws wrote only in its line endings (CRLF)");
  }

  @Test
  void isUpToDateInAnotherWorktree() throws IOException {
    Path other = temp.resolve("worktree");
    assertThat(git.run("worktree", "add", "-q", other.toString(), "-b", "other")).isZero();
    assertThat(generation(other).preview()).isEqualTo(UP_TO_DATE);
  }

  @Test
  void isUpToDateWithOtherModes() throws IOException {
    for (String path : Cases.files(git.folder().resolve("overlays")).keySet()) {
      Files.setPosixFilePermissions(
          git.folder().resolve("overlays").resolve(path),
          PosixFilePermissions.fromString(path.endsWith(".yaml") ? "rwxr-x---" : "r--------"));
    }
    assertThat(generation(git.folder()).preview()).isEqualTo(UP_TO_DATE);
  }

  /** Another folder's own attributes stay, and whoever generates is told what they lack. */
  @Test
  void keepsAttributesOfTheUsers() throws IOException {
    Path attributes = git.folder().resolve("overlays/.gitattributes");
    Files.writeString(
        attributes, "*.png binary\n/iam/** text  eol=lf linguist-generated gitlab-generated\n");
    for (Overwrite overwrite : Overwrite.values()) {
      assertThat(generation(git.folder()).apply(overwrite).warnings())
          .singleElement()
          .matches(warning -> warning.rule().equals("git-attributes-incomplete"))
          .matches(warning -> warning.hint().contains("/.kfaws.sha256 text eol=lf"))
          .matches(warning -> !warning.hint().contains("/iam/** text"));
    }
    assertThat(attributes)
        .hasContent("*.png binary\n/iam/** text  eol=lf linguist-generated gitlab-generated\n");
    assertThat(Files.readString(git.folder().resolve("overlays/.kfaws.sha256")))
        .doesNotContain(".gitattributes");
  }

  private Path cloned() throws IOException {
    Path clone = temp.resolve("clone");
    git.run("clone", "-q", "-c", "core.autocrlf=true", git.folder().toString(), clone.toString());
    return clone;
  }

  private static Generation generation(Path folder) throws IOException {
    return Kfaws.create()
        .generate(Source.read(folder.resolve("kfaws.yaml")), folder.resolve("overlays"));
  }
}
