package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.check.Schemas;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.Document.Place;
import io.kfaws.text.KfawsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An experiment that stands in another document as an entry with {@code name} and {@code spec}, in
 * short or written out, and is judged with that document's places and paths.
 */
public final class InlineExperiment {
  private static final JsonPointer NAME = JsonPointer.compile("/metadata/name");
  private static final JsonPointer SPEC = JsonPointer.compile("/spec");
  private static final JsonPointer JOB = JsonPointer.compile("/spec/trialTemplate/job");
  private static final JsonPointer CONTAINER =
      JsonPointer.compile("/spec/trialTemplate/trialSpec/spec/template/spec/containers/0");

  private final Document manifest;
  private final String entry;

  private InlineExperiment(Document manifest, String entry) {
    this.manifest = manifest;
    this.entry = entry;
  }

  /**
   * The experiment of an entry, annotated so that Flux leaves it alone.
   *
   * @param at where the entry stands
   * @param namespace where the experiment is to run
   * @throws KfawsException with all findings of the form of its {@code job}
   */
  public static InlineExperiment read(
      Schemas schemas, Document outer, JsonPointer at, String namespace) {
    Map<JsonPointer, Place> places = new HashMap<>();
    move(outer, at, JsonPointer.empty(), places);
    move(outer, at.appendProperty("name"), NAME, places);
    // What a job becomes has the places of the job's keys.
    move(outer, at.append(JOB), CONTAINER, places);
    String entry = Document.path(at);
    judgeJob(schemas, outer, at.append(JOB));
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("apiVersion", Experiment.API_VERSION).put("kind", Experiment.KIND);
    ObjectNode metadata = root.putObject("metadata");
    Optional.ofNullable(outer.root().at(at).get("name"))
        .ifPresent(name -> metadata.set("name", name));
    metadata.put("namespace", namespace);
    metadata.putObject("annotations").put(Experiment.SUBSTITUTE, Experiment.DISABLED);
    if (outer.root().at(at.append(SPEC)) instanceof ObjectNode spec) {
      root.set("spec", Shorthand.expand(spec));
    }
    return new InlineExperiment(new Document(outer.source(), root, places), entry);
  }

  private static void judgeJob(Schemas schemas, Document outer, JsonPointer at) {
    if (outer.root().at(at).isMissingNode()) {
      return;
    }
    Map<JsonPointer, Place> places = new HashMap<>();
    move(outer, at, JsonPointer.empty(), places);
    Document job = new Document(outer.source(), outer.root().at(at), places);
    String path = Document.path(at);
    List<Diagnostic> findings = new ArrayList<>();
    schemas
        .judge(Shorthand.SCHEMA, job)
        .forEach(found -> findings.add(in(path, found, found.path())));
    JsonNode template = outer.root().at(at.head());
    if (template.has("trialSpec") || template.has("configMap")) {
      findings.add(
          Diagnostic.error(
              "trial-source",
              outer.keyAt(at),
              path,
              "stands beside another template; a trial has one source",
              "keep one of job, trialSpec and configMap"));
    }
    KfawsException.throwIfErrors(findings);
  }

  /** Puts the places of a part where that part is to be. */
  private static void move(
      Document outer, JsonPointer from, JsonPointer to, Map<JsonPointer, Place> places) {
    Walk.through(
        outer.root().at(from),
        (at, node) ->
            Optional.ofNullable(outer.places().get(from.append(at)))
                .ifPresent(place -> places.put(to.append(at), place)));
  }

  /** The manifest, written out, with places in the outer document. */
  public Document manifest() {
    return manifest;
  }

  /** All findings about it, with paths in the outer document. */
  public List<Diagnostic> judge(ExperimentCheck check) {
    return check.check(manifest).stream()
        .map(found -> in(entry, found, outer(found.path())))
        .sorted()
        .toList();
  }

  /** A path of the manifest as the entry has it. */
  private String outer(String path) {
    String job = Document.path(JOB);
    String container = Document.path(CONTAINER);
    boolean isShort = manifest.places().containsKey(JOB);
    String own =
        isShort && path.startsWith(container) ? job + path.substring(container.length()) : path;
    return own.startsWith("metadata.") ? own.substring("metadata.".length()) : own;
  }

  private static Diagnostic in(String prefix, Diagnostic found, String path) {
    String separator = path.isEmpty() || path.startsWith("[") ? "" : ".";
    return new Diagnostic(
        found.rule(),
        found.severity(),
        found.location(),
        prefix + separator + path,
        found.message(),
        found.hint());
  }
}
