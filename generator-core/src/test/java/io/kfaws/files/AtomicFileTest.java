package io.kfaws.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kfaws.KfawsException;
import io.kfaws.Overwrite;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is written whole or not at all, and what somebody else put there stays. */
class AtomicFileTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("kfaws.yaml");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.map(child -> String.valueOf(child.getFileName())).sorted().toList();
    }
  }

  @Test
  void aNewFileIsWritten() throws IOException {
    AtomicFile.write(file, "größer\n", Overwrite.REFUSE);
    assertThat(file).hasContent("größer\n");
    assertThat(names()).containsExactly("kfaws.yaml");
  }

  @Test
  void aFileIsReplacedByForceAlone() throws IOException {
    Files.writeString(file, "old");
    assertThatExceptionOfType(KfawsException.class)
        .isThrownBy(() -> AtomicFile.write(file, "new", Overwrite.REFUSE))
        .withMessageContaining("file-exists");
    assertThat(file).hasContent("old");
    AtomicFile.write(file, "new", Overwrite.FORCE);
    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("kfaws.yaml");
  }

  @Test
  void permissionsStay() throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.writeString(file, "old");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
      AtomicFile.write(file, "new", Overwrite.FORCE);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-r-----");
    }
  }

  /** Links are the user's way to lead elsewhere, and a folder is no file. */
  @ParameterizedTest
  @EnumSource
  void whatIsNoFileIsRefused(Overwrite overwrite) throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "old");
    Files.createSymbolicLink(folder.resolve("link"), other);
    Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
    Files.createDirectory(folder.resolve("dir"));
    for (String name : List.of("link", "dangling", "dir")) {
      assertThatExceptionOfType(KfawsException.class)
          .isThrownBy(() -> AtomicFile.write(folder.resolve(name), "new", overwrite))
          .withMessageContaining("not-a-file");
    }
    assertThat(names()).containsExactly("dangling", "dir", "link", "other");
    assertThat(other).hasContent("old");
  }

  @Test
  void theFolderHasToBeThere() throws IOException {
    Files.writeString(file, "old");
    for (Path wrong : List.of(folder.resolve("no/kfaws.yaml"), file.resolve("kfaws.yaml"))) {
      assertThatExceptionOfType(KfawsException.class)
          .isThrownBy(() -> AtomicFile.write(wrong, "new", Overwrite.REFUSE))
          .withMessageContaining("there is no such folder [no-such-folder]");
    }
    assertThat(names()).containsExactly("kfaws.yaml");
  }

  /** A run that was killed leaves a file that no later one minds. */
  @Test
  void whatAKilledRunLeftIsInNobodysWay() throws IOException {
    assertThatThrownBy(() -> AtomicFile.write(BadDisk.killedAt(2), file, "half", Overwrite.REFUSE))
        .isInstanceOf(BadDisk.Killed.class);
    assertThat(names()).containsExactly(".kfaws.yaml.kfaws");
    AtomicFile.write(file, "new", Overwrite.REFUSE);
    assertThat(file).hasContent("new");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aFailureLeavesWhatWasThere(int change) throws IOException {
    Files.writeString(file, "old");
    assertThatThrownBy(
            () -> AtomicFile.write(BadDisk.failingAt(change), file, "new", Overwrite.FORCE))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("kfaws.yaml");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aFailureLeavesNothingWhereNothingWas(int change) throws IOException {
    assertThatThrownBy(
            () -> AtomicFile.write(BadDisk.failingAt(change), file, "new", Overwrite.REFUSE))
        .isInstanceOf(IOException.class);
    assertThat(names()).isEmpty();
  }

  /** What cannot even be tidied up is told beside the reason, and does not hide it. */
  @Test
  void tidyingUpPassesTheGateToo() throws IOException {
    assertThatThrownBy(
            () -> AtomicFile.write(BadDisk.failingFrom(2), file, "new", Overwrite.REFUSE))
        .isInstanceOf(IOException.class)
        .satisfies(e -> assertThat(root(e).getSuppressed()).hasSize(1));
    assertThat(names()).containsExactly(".kfaws.yaml.kfaws");
  }

  private static Throwable root(Throwable failure) {
    return failure.getCause() == null ? failure : failure.getCause();
  }
}
