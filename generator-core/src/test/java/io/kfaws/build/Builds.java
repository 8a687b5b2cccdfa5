package io.kfaws.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Kfaws;
import io.kfaws.catalog.Release;
import io.kfaws.files.Overwrite;
import io.kfaws.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The builds of the matrix, each made once and as many side by side as there are processors. What
 * was generated and built stays in {@code target/builds} to be looked at.
 */
final class Builds {
  static final Kfaws KFAWS = Kfaws.create();
  static final List<Cell> CELLS = Cell.all(KFAWS);

  private static final Path TARGET = Path.of("target/builds").toAbsolutePath();
  private static final Map<String, ConcurrentHashMap<String, JsonNode>> PARSED =
      new ConcurrentHashMap<>();
  private static final Map<String, Release> RELEASES =
      KFAWS.releases().stream().collect(Collectors.toMap(Release::release, Function.identity()));
  private static final Map<String, Future<Objects>> VANILLA = new ConcurrentHashMap<>();
  private static final Map<Cell, Future<Objects>> BUILT = new ConcurrentHashMap<>();

  static {
    start();
  }

  private Builds() {}

  private static void start() {
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    for (String release : RELEASES.keySet()) {
      if (Upstream.missing(release).isEmpty()) {
        VANILLA.put(release, workers.submit(vanilla(release)));
        CELLS.stream()
            .filter(cell -> cell.release().equals(release))
            .forEach(cell -> BUILT.put(cell, workers.submit(overlay(cell))));
      }
    }
    workers.shutdown();
  }

  /**
   * A cell's build, as soon as it is there.
   *
   * @throws ExecutionException if generating or building failed
   */
  static Case of(Cell cell) throws ExecutionException, InterruptedException, IOException {
    return new Case(
        cell,
        get(RELEASES, cell.release()),
        CaseData.expected(cell),
        get(VANILLA, cell.release()).get(),
        get(BUILT, cell).get());
  }

  private static <K, V> V get(Map<K, V> map, K key) {
    V value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("no build of " + key);
    }
    return value;
  }

  private static Callable<Objects> vanilla(String release) {
    return () -> build(release, Upstream.example(release), release);
  }

  private static Callable<Objects> overlay(Cell cell) {
    return () -> {
      Path folder = Files.createDirectories(TARGET.resolve(cell.folder()));
      Path wish = folder.resolve("kfaws.yaml");
      Files.writeString(wish, CaseData.wish(cell, Upstream.example(cell.release())));
      Path output = folder.resolve("overlays");
      KFAWS.generate(Source.read(wish), output).apply(Overwrite.FORCE);
      return build(cell.release(), output.resolve(cell.overlay()), cell.folder());
    };
  }

  private static Objects build(String release, Path folder, String name)
      throws IOException, InterruptedException {
    Files.createDirectories(TARGET);
    String built = Engine.find().orElseThrow().build(folder, TARGET.resolve(name + ".yaml"));
    return Objects.parse(built, parsed(release));
  }

  private static ConcurrentHashMap<String, JsonNode> parsed(String release) {
    return PARSED.computeIfAbsent(release, name -> new ConcurrentHashMap<>());
  }
}
