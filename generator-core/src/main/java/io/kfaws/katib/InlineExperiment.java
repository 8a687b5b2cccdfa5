package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.kube.Pod;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import io.kfaws.text.Places;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * An experiment that is in another document or in a file of its own, in short or written out, and
 * is validated with that document's places and paths. It is annotated so that Flux leaves it alone.
 */
public final class InlineExperiment {
  private static final JsonPointer NAME = JsonPointer.compile("/metadata/name");
  private static final JsonPointer SPEC = JsonPointer.compile("/spec");
  private static final JsonPointer TRIAL = JsonPointer.compile("/spec/trialTemplate/trialSpec");

  private final Document manifest;

  /** The path in the outer document of what the manifest has at a path. */
  private final UnaryOperator<String> outerPath;

  private InlineExperiment(Document manifest, UnaryOperator<String> outerPath) {
    this.manifest = manifest;
    this.outerPath = outerPath;
  }

  /**
   * The experiment of an entry with {@code name} and {@code spec}.
   *
   * @param at where the entry is
   * @param namespace where the experiment is to run
   * @throws KfawsException with all findings of the form of its {@code job}
   */
  public static InlineExperiment read(
      Schemas schemas, Document outer, JsonPointer at, String namespace) {
    Places.Assembly places =
        new Places.Assembly()
            .put(JsonPointer.empty(), at, outer.places())
            .put(NAME, at.appendProperty("name"), outer.places());
    ObjectNode root = root(namespace);
    Optional.ofNullable(outer.root().at(at).get("name"))
        .ifPresent(name -> ((ObjectNode) root.path("metadata")).set("name", name));
    String entry = Document.path(at);
    return of(
        schemas, outer, at.append(SPEC), root, places, path -> Document.path(entry, bare(path)));
  }

  /**
   * The experiment of a file that is its spec.
   *
   * @param name what it is called
   * @param namespace where it is to run
   * @throws KfawsException with all findings of the form of its {@code job}
   */
  public static InlineExperiment spec(
      Schemas schemas, Document file, String name, String namespace) {
    Places.Assembly places =
        new Places.Assembly().put(JsonPointer.empty(), file.places()).put(SPEC, file.places());
    ObjectNode root = root(namespace);
    ((ObjectNode) root.path("metadata")).put("name", name);
    return of(
        schemas,
        file,
        JsonPointer.empty(),
        root,
        places,
        path -> path.startsWith("spec.") ? path.substring("spec.".length()) : "");
  }

  /**
   * The experiment of a file that is its manifest. What is written in short is not written out
   * there: a manifest is what others apply, too.
   *
   * @param name what it is called; it has that name or none
   * @param namespace where it is to run; it has that namespace or none
   * @throws KfawsException if it has another name or namespace
   */
  public static InlineExperiment manifest(Document file, String name, String namespace) {
    ObjectNode root = file.root().deepCopy();
    if (root.path("metadata").isMissingNode()) {
      root.putObject("metadata");
    }
    List<Diagnostic> findings = new ArrayList<>();
    // What is of another kind has a name of its own: the validator speaks of the kind alone.
    boolean isOne = root.path("kind").asText(Experiment.KIND).equals(Experiment.KIND);
    if (isOne && root.path("metadata") instanceof ObjectNode metadata) {
      agree(file, metadata, "name", name, findings);
      agree(file, metadata, "namespace", namespace, findings);
      if (metadata.path("annotations").isMissingNode()) {
        metadata.putObject("annotations");
      }
      if (metadata.path("annotations") instanceof ObjectNode annotations) {
        annotations.put(Experiment.SUBSTITUTE, Experiment.DISABLED);
      }
    }
    KfawsException.throwIfErrors(findings);
    return new InlineExperiment(
        new Document(file.source(), root, file.places()), UnaryOperator.identity());
  }

  private static void agree(
      Document file, ObjectNode metadata, String key, String wanted, List<Diagnostic> findings) {
    JsonNode given = metadata.path(key);
    if (given.isMissingNode()) {
      metadata.put(key, wanted);
    } else if (given.isTextual() && !given.textValue().equals(wanted)) {
      JsonPointer at = JsonPointer.compile("/metadata").appendProperty(key);
      findings.add(
          Diagnostic.error(
              key.equals("name") ? "experiment-name" : "experiment-namespace",
              file.at(at),
              Document.path(at),
              "is " + given.textValue() + " here, and " + wanted + " in the configuration",
              "write the same in both, or leave it out here"));
    }
  }

  private static ObjectNode root(String namespace) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("apiVersion", Experiment.API_VERSION).put("kind", Experiment.KIND);
    ObjectNode metadata = root.putObject("metadata").put("namespace", namespace);
    metadata.putObject("annotations").put(Experiment.SUBSTITUTE, Experiment.DISABLED);
    return root;
  }

  private static InlineExperiment of(
      Schemas schemas,
      Document outer,
      JsonPointer specAt,
      ObjectNode root,
      Places.Assembly places,
      UnaryOperator<String> outerPath) {
    ShortJob job = ShortJob.in(schemas, outer, specAt);
    places.put(JsonPointer.empty(), job.places());
    if (outer.root().at(specAt) instanceof ObjectNode spec) {
      root.set("spec", Shorthand.expand(spec));
    }
    return new InlineExperiment(
        new Document(outer.source(), root, places), path -> outerPath.apply(job.writtenPath(path)));
  }

  /**
   * The same experiment, with its trials' pods under this service account where they name none.
   * That {@code default} is theirs then, Kubernetes knows by itself.
   */
  public InlineExperiment runAs(String serviceAccount) {
    if (serviceAccount.equals(Pod.UNNAMED)) {
      return this;
    }
    ObjectNode root = manifest.root().deepCopy();
    if (root.at(TRIAL) instanceof ObjectNode trial) {
      for (Pod pod : Pod.in(trial)) {
        pod.accountAt()
            .filter(at -> trial.at(at).isMissingNode())
            .filter(at -> trial.at(at.head()).isObject())
            .ifPresent(
                at ->
                    ((ObjectNode) trial.at(at.head()))
                        .put(at.last().getMatchingProperty(), serviceAccount));
      }
    }
    return new InlineExperiment(
        new Document(manifest.source(), root, manifest.places()), outerPath);
  }

  /** The manifest, written out, with places in the outer document. */
  public Document manifest() {
    return manifest;
  }

  /** All findings about it, with paths in the outer document. */
  public List<Diagnostic> validate(ExperimentValidator check) {
    return check.check(manifest).stream()
        .map(found -> found.withPath(outerPath.apply(found.path())))
        .sorted()
        .toList();
  }

  /**
   * The manifest as it is to be written: its keys are in one order, whatever they were written in.
   *
   * @throws IllegalStateException if it has findings of its form
   */
  public ObjectNode tree() {
    ObjectNode tree = ExperimentReader.bind(manifest).tree();
    if (tree.at(TRIAL) instanceof ObjectNode trial) {
      ((ObjectNode) tree.at(TRIAL.head())).set("trialSpec", TrialOrder.of(trial));
    }
    return tree;
  }

  /** The service accounts of the trials' pods, as far as the pod templates are here. */
  public SortedSet<String> accounts() {
    SortedSet<String> accounts = new TreeSet<>();
    if (manifest.root().at(TRIAL) instanceof ObjectNode trial) {
      for (Pod pod : Pod.in(trial)) {
        if (pod.accountAt().isPresent()) {
          accounts.add(pod.account());
        }
      }
    }
    return Collections.unmodifiableSortedSet(accounts);
  }

  /**
   * A place where the trials show that they use AWS as their pods.
   *
   * @param location where
   * @param path the path there
   * @param what what shows it, for example {@code s3://}
   */
  public record Sign(Location location, String path, String what) {}

  /** The first sign that the trials use AWS with the role of their pods, if there is one. */
  public Optional<Sign> usesAws() {
    return manifest.root().at(TRIAL) instanceof ObjectNode trial
        ? AwsUse.in(trial)
            .map(
                use ->
                    new Sign(
                        manifest.at(TRIAL.append(use.at())),
                        outerPath.apply(Document.path(TRIAL.append(use.at()))),
                        use.what()))
        : Optional.empty();
  }

  /** A path of the manifest as an entry has it, which has no metadata. */
  private static String bare(String path) {
    return path.startsWith("metadata.") ? path.substring("metadata.".length()) : path;
  }
}
