package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kfaws.Change;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Proof;
import io.kfaws.RuleResult;
import io.kfaws.kube.Root;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Builds overlays and the groups beside them as they lie on disk and validates the results.
 *
 * <p>It builds what will be deployed and writes nothing: a folder that is not what the
 * configuration asks for is refused, as {@code check} refuses it. Each base is built once in a
 * prover's life, beside what stands on it: as many builds are under way as there are processors.
 * Thread-safe.
 */
public final class Prover {
  private static final Objects NOTHING = new Objects(new TreeMap<>(), List.of(), List.of());

  /** How long a program takes to end that was killed. */
  private static final Duration MOST_TO_END = Duration.ofSeconds(5);

  private final Engine engine;
  private final ConcurrentHashMap<String, FutureTask<Objects>> bases = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, JsonNode> parsed = new ConcurrentHashMap<>();

  /** A prover that builds with this engine. */
  public Prover(Engine engine) {
    this.engine = engine;
  }

  /**
   * Proves every overlay and every group of a task.
   *
   * @throws KfawsException if the folder is not up to date, or the base alone does not build: then
   *     nothing can be proven
   * @throws IOException if the folder cannot be read, or the engine cannot be run
   */
  public Proof prove(Task task) throws IOException {
    List<Proof.Overlay> overlays = overlays(task).stream().map(Proven::overlay).toList();
    return new Proof(engine.program(), engine.version().toString(), overlays, task.warnings());
  }

  /**
   * Each overlay and each group of a task, with what was built.
   *
   * @throws KfawsException as {@link #prove} does
   * @throws IOException as {@link #prove} does
   */
  public List<Proven> overlays(Task task) throws IOException {
    KfawsException.throwIfErrors(stale(task));
    ExecutorService builders = Executors.newFixedThreadPool(processors(), Prover::builder);
    try {
      Future<Objects> base = builders.submit(() -> base(task.base()));
      Map<Root, Future<Built>> built = new LinkedHashMap<>();
      // Overlays come first, as they take the longest.
      task.bundle().roots().stream()
          .sorted(Comparator.comparing(Root::standsAlone))
          .forEach(root -> built.put(root, builders.submit(() -> built(task, root))));
      return validated(task, await(base), built);
    } finally {
      end(builders);
    }
  }

  /** In the order of the roots, and one by one: a rule remembers what was built before. */
  private static List<Proven> validated(Task task, Objects base, Map<Root, Future<Built>> built)
      throws IOException {
    List<Proven> proven = new ArrayList<>();
    OneHome homes = new OneHome();
    for (Map.Entry<Root, Future<Built>> root : built.entrySet()) {
      if (root.getKey().standsAlone()) {
        proven.add(group(task, root.getKey(), root.getValue(), homes));
      } else {
        Proven overlay = overlay(task, root.getKey(), root.getValue(), base);
        overlay.build().ifPresent(homes::note);
        proven.add(overlay);
      }
    }
    return proven;
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static Thread builder(Runnable work) {
    Thread thread = new Thread(work, "kfaws builds");
    thread.setDaemon(true);
    return thread;
  }

  /** Ends the programs whose results nobody waits for any more. */
  private static void end(ExecutorService builders) {
    builders.shutdownNow();
    try {
      builders.awaitTermination(MOST_TO_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the caller's next wait ends
    }
  }

  private static List<Diagnostic> stale(Task task) throws IOException {
    return task.tree().differenceFrom(task.output(), task.waiting()).changes().stream()
        .map(
            change ->
                Diagnostic.error(
                    "not-up-to-date",
                    Location.of(shown(task.output().resolve(change.path()))),
                    "",
                    what(change.kind()),
                    "generate again and commit: what is proven is what lies there"))
        .toList();
  }

  private static String what(Change.Kind kind) {
    return switch (kind) {
      case ADDED -> "is missing";
      case MODIFIED -> "is not what the configuration asks for";
      case REMOVED -> "is no longer asked for by the configuration";
    };
  }

  private static Proven overlay(Task task, Root root, Future<Built> built, Objects base)
      throws IOException {
    String name = root.toString();
    JsonNode configuration = task.configurations().getOrDefault(name, MissingNode.getInstance());
    Build unbuilt = unbuilt(task, root, configuration, base);
    RuleResult targets = PatchHit.targets(unbuilt);
    return targets.isPassed()
        ? proven(unbuilt, await(built), BuildRules::validate)
        : Proven.unbuilt(name, targets);
  }

  private static Proven group(Task task, Root root, Future<Built> built, OneHome homes)
      throws IOException {
    return proven(
        unbuilt(task, root, MissingNode.getInstance(), NOTHING),
        await(built),
        build -> BuildRules.validate(build, homes));
  }

  private static Build unbuilt(Task task, Root root, JsonNode configuration, Objects base) {
    return new Build(
        root.toString(), shown(task.output()), root.manifests(), configuration, base, NOTHING);
  }

  private static Proven proven(
      Build unbuilt, Built built, Function<Build, List<RuleResult>> rules) {
    if (built.failure().isPresent()) {
      Diagnostic failure = built.failure().get();
      return Proven.unbuilt(unbuilt.overlay(), new RuleResult(failure.rule(), 0, List.of(failure)));
    }
    Build build = unbuilt.with(built.objects());
    return Proven.built(build, rules.apply(build));
  }

  /** What the engine made of a root: its objects, or why there are none. */
  private record Built(Objects objects, Optional<Diagnostic> failure) {}

  private Built built(Task task, Root root) throws IOException {
    Command.Outcome outcome =
        engine.run(task.output().resolve(root.toString()).toAbsolutePath().toString());
    Location at = unbuilt(task, root, MissingNode.getInstance(), NOTHING).kustomization();
    if (!outcome.isFine()) {
      return new Built(NOTHING, Optional.of(failure(outcome, at)));
    }
    // Nothing of a group is built twice, so nothing of it is worth remembering.
    ConcurrentHashMap<String, JsonNode> known =
        root.standsAlone() ? new ConcurrentHashMap<>() : parsed;
    return new Built(parsed(outcome.out(), at, known), Optional.empty());
  }

  private Objects base(String base) throws IOException {
    FutureTask<Objects> building =
        bases.computeIfAbsent(base, it -> new FutureTask<>(() -> built(it)));
    building.run(); // the first who comes builds, the others wait
    return await(building);
  }

  private static <T> T await(Future<T> built) throws IOException {
    try {
      return built.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted while building").initCause(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KfawsException found) {
        throw new KfawsException(found.diagnostics());
      }
      if (e.getCause() instanceof IOException failure) {
        throw new IOException(failure.getMessage(), failure);
      }
      throw new IllegalStateException("building", e.getCause());
    }
  }

  private Objects built(String base) throws IOException {
    Command.Outcome outcome = engine.run(base);
    Location at = Location.of(base.replace('\\', '/'));
    if (!outcome.isFine()) {
      throw new KfawsException(failure(outcome, at));
    }
    return parsed(outcome.out(), at, parsed);
  }

  private static Objects parsed(
      String out, Location at, ConcurrentHashMap<String, JsonNode> known) {
    try {
      return Objects.parse(out, known);
    } catch (IllegalArgumentException e) {
      String message = "the engine printed what is " + e.getMessage();
      throw new KfawsException(
          Diagnostic.error("build-failed", at, "", message.replaceAll("\\s+", " "), ""));
    }
  }

  private Diagnostic failure(Command.Outcome outcome, Location at) {
    if (!outcome.inTime()) {
      return Diagnostic.error(
          "build-timeout",
          at,
          "",
          engine + " did not end in " + seconds() + " and was stopped",
          "a remote base is fetched at each build: name a local one in kubeflow.base, or allow more"
              + " time with --timeout (kfaws.timeout)");
    }
    String said = outcome.said().isEmpty() ? "it said nothing" : outcome.said();
    String message = engine + " ended with " + outcome.code() + ": " + said;
    String words = said.toLowerCase(Locale.ROOT);
    if (words.contains("already registered id")) {
      return Diagnostic.error(
          NameConflict.ID, at, "", message, "give one of the two objects another name");
    }
    if (words.contains("testing value") && words.contains("failed")) {
      return Diagnostic.error(PatchHit.ID, at, "", message, Operations.HINT);
    }
    if (words.contains("no matches for id")) {
      return Diagnostic.error(
          PatchHit.ID,
          at,
          "",
          message,
          "the base has no such object in this API version, or names it by a variable");
    }
    String hint =
        at.source().contains("://")
            ? "a remote base is fetched: see that it can be reached from here, or name a folder in"
                + " kubeflow.base"
            : "build it by hand to see all that the engine says";
    return Diagnostic.error("build-failed", at, "", message, hint);
  }

  private String seconds() {
    return engine.timeout().toSeconds() + " seconds";
  }

  private static String shown(Path path) {
    return path.toString().replace('\\', '/');
  }
}
