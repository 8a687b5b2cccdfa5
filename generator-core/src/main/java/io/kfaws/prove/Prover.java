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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * Builds overlays and the groups beside them as they lie on disk and validates the results.
 *
 * <p>It builds what will be deployed and writes nothing: a folder that is not what the
 * configuration asks for is refused, as {@code check} refuses it. Each base is built once in a
 * prover's life. Thread-safe.
 */
public final class Prover {
  private static final Objects NOTHING = new Objects(new TreeMap<>(), List.of(), List.of());

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
    Objects base = base(task.base());
    List<Root> roots = task.bundle().roots();
    List<Proven> proven = new ArrayList<>();
    OneHome homes = new OneHome();
    for (Root files : roots) {
      if (!files.standsAlone()) {
        Proven overlay = overlay(task, files, base);
        overlay.build().ifPresent(homes::note);
        proven.add(overlay);
      }
    }
    for (Root files : roots) {
      if (files.standsAlone()) {
        proven.add(group(task, files, homes));
      }
    }
    return proven;
  }

  private static List<Diagnostic> stale(Task task) throws IOException {
    return task.tree().changesAgainst(task.output()).stream()
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

  private Proven overlay(Task task, Root files, Objects base) throws IOException {
    String name = files.toString();
    JsonNode configuration = task.configurations().getOrDefault(name, MissingNode.getInstance());
    Build unbuilt =
        new Build(name, shown(task.output()), files.manifests(), configuration, base, NOTHING);
    RuleResult targets = PatchHit.targets(unbuilt);
    if (!targets.isPassed()) {
      return Proven.unbuilt(name, targets);
    }
    return proven(task, unbuilt, parsed, BuildRules::validate);
  }

  private Proven group(Task task, Root files, OneHome homes) throws IOException {
    JsonNode none = MissingNode.getInstance();
    Build unbuilt =
        new Build(
            files.toString(), shown(task.output()), files.manifests(), none, NOTHING, NOTHING);
    // Nothing of a group is built twice, so nothing of it is worth remembering.
    return proven(
        task, unbuilt, new ConcurrentHashMap<>(), build -> BuildRules.validate(build, homes));
  }

  private Proven proven(
      Task task,
      Build unbuilt,
      ConcurrentHashMap<String, JsonNode> known,
      Function<Build, List<RuleResult>> rules)
      throws IOException {
    String name = unbuilt.overlay();
    Command.Outcome outcome = engine.run(task.output().resolve(name).toAbsolutePath().toString());
    Location at = unbuilt.kustomization();
    if (!outcome.isFine()) {
      Diagnostic failure = failure(outcome, at);
      RuleResult result = new RuleResult(failure.rule(), 0, List.of(failure));
      return Proven.unbuilt(name, result);
    }
    Build build = unbuilt.with(parsed(outcome.out(), at, known));
    return Proven.built(build, rules.apply(build));
  }

  private Objects base(String base) throws IOException {
    FutureTask<Objects> building =
        bases.computeIfAbsent(base, it -> new FutureTask<>(() -> built(it)));
    building.run(); // the first who comes builds, the others wait
    try {
      return building.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + base + " was built", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KfawsException found) {
        throw new KfawsException(found.diagnostics());
      }
      throw new IOException("building " + base, e.getCause());
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
