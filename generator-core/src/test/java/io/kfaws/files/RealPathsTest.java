package io.kfaws.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kfaws.KfawsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way from an overlay's folder to its base or its configuration. */
class RealPathsTest {
  @TempDir Path root;

  @BeforeEach
  void prepare() throws IOException {
    Files.createDirectories(root.resolve("repo/manifests/example"));
    // A link to a folder that lies deeper: the lexical way out of it is another than the real one.
    Files.createDirectories(root.resolve("real/a/b"));
    Files.createSymbolicLink(root.resolve("repo/link"), root.resolve("real/a/b"));
  }

  @ParameterizedTest
  @CsvSource({
    "repo/overlays/rds-s3, repo/manifests/example, ../../manifests/example",
    "repo/overlays/rds-s3, repo/kfaws.yaml, ../../kfaws.yaml",
    "repo/overlays, repo/overlays/x, x",
    "repo, repo, .",
    "repo/overlays/../overlays/x, repo/./kfaws.yaml, ../../kfaws.yaml",
    "repo/link/rds-s3, repo/manifests/example, ../../../../repo/manifests/example",
    "repo/overlays/rds-s3, repo/link/base, ../../../real/a/b/base",
  })
  void wayBetweenPlaces(String folder, String target, String way) throws IOException {
    assertThat(RealPaths.relative(root.resolve(folder), root.resolve(target))).isEqualTo(way);
  }

  @Test
  void refusesWhatWouldBreakALine() {
    assertThatThrownBy(() -> RealPaths.relative(root, root.resolve("a\nb")))
        .isInstanceOf(KfawsException.class)
        .hasMessageContaining("control character");
  }
}
