package io.kfaws.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Generation;
import io.kfaws.Kfaws;
import io.kfaws.Overwrite;
import io.kfaws.Source;
import io.kfaws.Tasks;
import io.kfaws.catalog.Catalogs;
import io.kfaws.catalog.ReleaseDescriptor;
import io.kfaws.prove.Build;
import io.kfaws.prove.Proven;
import io.kfaws.prove.Prover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The builds of the matrix, each made and proven once when it is asked for, and as many side by
 * side as there are processors. What was generated stays in {@code target/builds} to be looked at.
 */
final class Builds {
  static final Kfaws KFAWS = Kfaws.create();
  static final List<Cell> CELLS = Cell.all();

  private static final Path TARGET = Path.of("target/builds").toAbsolutePath();
  private static final Map<String, ReleaseDescriptor> RELEASES =
      Catalogs.BUILT_IN.releases().stream()
          .collect(Collectors.toMap(ReleaseDescriptor::release, Function.identity()));
  private static final Map<Cell, Future<Proven>> PROVEN = new ConcurrentHashMap<>();
  private static final Optional<Prover> PROVER = RealEngine.find().map(Prover::new);
  private static final ExecutorService WORKERS =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          work -> {
            Thread worker = new Thread(work, "kfaws builds");
            worker.setDaemon(true); // a run that failed early does not wait for them
            return worker;
          });

  private Builds() {}

  /** Begins all builds, with one cell of each release: its base is built first, and only once. */
  static void startAll() {
    Map<Cell, Integer> turns = new HashMap<>();
    Map<String, Integer> next = new HashMap<>();
    CELLS.forEach(cell -> turns.put(cell, next.merge(cell.release(), 1, Integer::sum)));
    CELLS.stream()
        .filter(cell -> Upstream.missing(cell.release()).isEmpty())
        .sorted(Comparator.comparingInt(cell -> get(turns, cell)))
        .forEach(
            cell -> {
              Future<Proven> unused = start(cell);
            });
  }

  private static Future<Proven> start(Cell cell) {
    Prover prover =
        PROVER.orElseThrow(() -> new IllegalStateException("no engine that builds " + cell));
    return PROVEN.computeIfAbsent(cell, it -> WORKERS.submit(proof(prover, it)));
  }

  private static Callable<Proven> proof(Prover prover, Cell cell) {
    return () -> {
      Path folder = Files.createDirectories(TARGET.resolve(cell.folder()));
      Path configuration = folder.resolve("kfaws.yaml");
      Files.writeString(
          configuration, CaseData.configuration(cell, Upstream.example(cell.release())));
      Path output = folder.resolve("overlays");
      Generation generation = KFAWS.generate(Source.read(configuration), output);
      // What an earlier version of a cell left may go.
      generation.apply(Overwrite.FORCE, generation.removedProfiles());
      List<Proven> proof = prover.overlays(Tasks.of(generation));
      assertThat(proof.stream().skip(1).flatMap(group -> group.overlay().findings().stream()))
          .as("the folders of profiles beside " + cell)
          .isEmpty();
      return proof.get(0);
    };
  }

  /**
   * A cell's proof, as soon as it is there; it is begun now if nobody did before.
   *
   * @throws ExecutionException if generating or building failed
   */
  static Proven proof(Cell cell) throws ExecutionException, InterruptedException {
    return start(cell).get();
  }

  /** A cell's build. */
  static Build build(Cell cell) throws ExecutionException, InterruptedException {
    Proven proven = proof(cell);
    return proven
        .build()
        .orElseThrow(
            () -> new IllegalStateException("does not build: " + proven.overlay().findings()));
  }

  /** What the rules of a cell get of its build. */
  static Case of(Cell cell) throws ExecutionException, InterruptedException, IOException {
    Build build = build(cell);
    ReleaseDescriptor descriptor = get(RELEASES, cell.release());
    ObjectNode expected = CaseData.expected(cell);
    // That the descriptor tells the truth, FactsTest says.
    LeftToOthers.expect(
        LeftToOthers.toldBy(descriptor), build.base(), expected.withObjectProperty("changed"));
    return new Case(cell, descriptor, expected, build.base(), build.built());
  }

  private static <K, V> V get(Map<K, V> map, K key) {
    V value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("no build of " + key);
    }
    return value;
  }
}
