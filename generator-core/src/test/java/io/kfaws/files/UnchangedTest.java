package io.kfaws.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kfaws.KfawsException;
import io.kfaws.Overwrite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does not change keeps its times: builds and version control look at them. */
class UnchangedTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
  private static final FileTree TREE = Trees.tree("a", "1", "b/c", "1");

  @TempDir Path dir;

  @Test
  void aRunWithNothingToDoTouchesNothing() throws IOException {
    TREE.applyTo(dir, Overwrite.REFUSE);
    age();
    assertThat(TREE.applyTo(dir, Overwrite.FORCE).changes()).isEmpty();
    assertThat(Trees.changes(TREE, dir)).isEmpty();
    assertThat(times().values()).containsOnly(LONG_AGO);
  }

  @Test
  void aRefusedRunTouchesNothing() throws IOException {
    TREE.applyTo(dir, Overwrite.REFUSE);
    Trees.write(dir.resolve("a"), "me");
    age();
    assertThatThrownBy(() -> Trees.tree("a", "2").applyTo(dir, Overwrite.REFUSE))
        .isInstanceOf(KfawsException.class);
    assertThat(times().values()).containsOnly(LONG_AGO);
  }

  @Test
  void aComparisonTouchesNothing() throws IOException {
    TREE.applyTo(dir, Overwrite.REFUSE);
    age();
    assertThat(Trees.changes(Trees.tree("a", "2"), dir)).hasSize(2);
    assertThat(times().values()).containsOnly(LONG_AGO);
  }

  @Test
  void aRunTouchesOnlyWhatItChanges() throws IOException {
    TREE.applyTo(dir, Overwrite.REFUSE);
    age();
    Trees.tree("a", "2", "b/c", "1").applyTo(dir, Overwrite.REFUSE);
    assertThat(times())
        .containsEntry("b", LONG_AGO)
        .containsEntry("b/c", LONG_AGO)
        .doesNotContainEntry("a", LONG_AGO);
  }

  private void age() throws IOException {
    for (Path path : Directories.innerFirst(dir)) {
      Files.setLastModifiedTime(path, LONG_AGO);
    }
  }

  private SortedMap<String, FileTime> times() throws IOException {
    SortedMap<String, FileTime> times = new TreeMap<>();
    for (Path path : Directories.innerFirst(dir)) {
      times.put(dir.relativize(path).toString(), Files.getLastModifiedTime(path));
    }
    return times;
  }
}
