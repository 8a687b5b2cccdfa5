package io.kfaws.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kfaws.Overwrite;
import io.kfaws.kube.Bundle;
import io.kfaws.prove.Engine;
import io.kfaws.prove.EngineVersion;
import io.kfaws.prove.Prover;
import io.kfaws.prove.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class ConcurrencyTest {
  private static final int RUNS = 40;
  private static final int DEAD = 137;

  @TempDir Path parent;

  /**
   * Applies two trees in turn, then dies at a change of the next run, if that is not 0. Below 0 it
   * does not die: it says so, and goes on when its standard input ends.
   */
  public static void main(String[] arguments) throws IOException {
    Path dir = Path.of(arguments[0]);
    alternate(dir, arguments[1], Integer.parseInt(arguments[2]));
    int deadly = Integer.parseInt(arguments[3]);
    if (deadly != 0) {
      AtomicInteger count = new AtomicInteger();
      Disk disk =
          new Disk(
              file -> {
                int change = count.incrementAndGet();
                if (change == deadly) {
                  Runtime.getRuntime().halt(DEAD);
                } else if (change == -deadly) {
                  System.out.println("at work");
                  System.in.transferTo(OutputStream.nullOutputStream());
                }
              });
      new Writer(disk).apply(tree(arguments[1], 1), dir, Overwrite.REFUSE);
    }
  }

  @Test
  void threadsDoNotMix() throws Exception {
    Path dir = parent.resolve("made/out");
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Callable<Void>> work = new ArrayList<>();
    for (String name : List.of("x", "y", "z")) {
      work.add(
          () -> {
            alternate(dir, name, RUNS);
            return null;
          });
    }
    for (Future<Void> done : threads.invokeAll(work)) {
      done.get();
    }
    threads.shutdown();
    assertOneWholeTree(dir, "x", "y", "z");
  }

  @Test
  void processesDoNotMix() throws Exception {
    Path dir = parent.resolve("made/out");
    Process x = start(dir, "x", RUNS, 0);
    Process y = start(dir, "y", RUNS, 0);
    alternate(dir, "z", RUNS);
    assertThat(x.waitFor()).isZero();
    assertThat(y.waitFor()).isZero();
    assertOneWholeTree(dir, "x", "y", "z");
  }

  @Test
  void comparisonsSeeOnlyWholeTrees() throws Exception {
    Path dir = parent.resolve("out");
    tree("x", 0).applyTo(dir, Overwrite.REFUSE);
    Process y = start(dir, "x", 2 * RUNS, 0);
    while (y.isAlive()) {
      for (int n : List.of(0, 1)) {
        int differing = Trees.changes(tree("x", n), dir).size();
        assertThat(differing).isIn(0, 10 + 4);
      }
    }
    assertThat(y.waitFor()).isZero();
  }

  /** The other run goes on only when this one has said that it waits. */
  @Test
  void saysThatItWaits() throws Exception {
    Path dir = parent.resolve("out");
    tree("x", 0).applyTo(dir, Overwrite.REFUSE);
    List<Waiting> waiting =
        List.of(
            listener -> tree("x", 0).applyTo(dir, Overwrite.REFUSE, WriteCheck.NONE, listener),
            listener -> tree("x", 1).differenceFrom(dir, listener),
            listener -> prove(dir, listener));
    for (Waiting it : waiting) {
      Process other = process(dir, "x", 1, -41).start();
      assertThat(other.inputReader().readLine()).isEqualTo("at work");
      AtomicInteger waits = new AtomicInteger();
      it.run(
          () -> {
            waits.incrementAndGet();
            assertThatCode(() -> other.getOutputStream().close()).doesNotThrowAnyException();
          });
      assertThat(waits).hasPositiveValue();
      assertThat(other.waitFor()).isZero();
    }
  }

  /** What waits for another run, and says so to a listener. */
  private interface Waiting {
    void run(Runnable listener) throws IOException;
  }

  /** A proof looks first whether the folder is up to date, which this one is not. */
  private static void prove(Path dir, Runnable listener) {
    FileTree other = tree("other", 0);
    Bundle bundle = Bundle.of(new TreeMap<>());
    Task task = new Task(Map.of(), "base", other, bundle, dir, List.of(), listener);
    Engine none = new Engine("none", List.of(), EngineVersion.OLDEST, Duration.ZERO);
    assertThatThrownBy(() -> new Prover(none).prove(task)).hasMessageContaining("not-up-to-date");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 27, 32, 41, 50})
  void aProcessThatDiesIsPutRight(int change) throws Exception {
    Path dir = parent.resolve("out");
    tree("x", 0).applyTo(dir, Overwrite.REFUSE);
    Process dying = start(dir, "x", 0, change);
    assertThat(dying.waitFor()).isEqualTo(DEAD);
    assertThat(dir.resolve(".kfaws.work/lock")).exists();
    tree("z", 0).applyTo(dir, Overwrite.REFUSE);
    assertOneWholeTree(dir, "z");
  }

  /** Ten files change with each run and four more have another name. */
  private static FileTree tree(String name, int n) {
    FileTree.Builder builder = FileTree.builder();
    for (int file = 0; file < 10; file++) {
      builder.put("shared/" + file, name + n % 2);
    }
    builder.put(name + n % 2 + "/own", name).put("p/" + name + n % 2, name);
    return builder.build();
  }

  private static void alternate(Path dir, String name, int runs) throws IOException {
    for (int n = 0; n < runs; n++) {
      tree(name, n).applyTo(dir, Overwrite.REFUSE);
    }
  }

  private static void assertOneWholeTree(Path dir, String... names) throws IOException {
    List<Map<String, String>> whole = new ArrayList<>();
    for (String name : names) {
      for (int n : List.of(0, 1)) {
        Path alone = Files.createTempDirectory(dir.getParent(), "alone");
        tree(name, n).applyTo(alone, Overwrite.REFUSE);
        whole.add(Trees.snapshot(alone));
      }
    }
    assertThat(whole).contains(Trees.snapshot(dir));
  }

  private static Process start(Path dir, String name, int runs, int deadly) throws IOException {
    return process(dir, name, runs, deadly).inheritIO().start();
  }

  private static ProcessBuilder process(Path dir, String name, int runs, int deadly) {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        ConcurrencyTest.class.getName(),
        dir.toString(),
        name,
        Integer.toString(runs),
        Integer.toString(deadly));
  }
}
