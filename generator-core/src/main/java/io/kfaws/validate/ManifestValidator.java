package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Source;
import io.kfaws.credentials.Credentials;
import io.kfaws.credentials.Place;
import io.kfaws.iam.ForeignPolicy;
import io.kfaws.katib.ExperimentContext;
import io.kfaws.katib.ExperimentValidator;
import io.kfaws.katib.KatibFacts;
import io.kfaws.katib.OwnAlgorithms;
import io.kfaws.kube.Items;
import io.kfaws.kube.KubernetesObject;
import io.kfaws.kube.KustomizationOwner;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import io.kfaws.text.Formatted;
import io.kfaws.text.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Validates files of manifests without a configuration, document by document, each by its kind. */
public final class ManifestValidator {
  /** What a policy is called where objects have a kind. */
  private static final String POLICY = "IAM policy";

  private static final String EXPERIMENT = "Experiment";
  private static final JsonPointer KIND = JsonPointer.compile("/kind");
  private static final JsonPointer API_VERSION = JsonPointer.compile("/apiVersion");

  private final ObjectValidator manifests;
  private final ExperimentValidator experiments;
  private final ExperimentValidator experimentsUnderFlux;
  private final SortedMap<String, String> groups = ObjectValidator.kinds();

  /** A validator of manifests for the newest Katib. */
  public ManifestValidator(Schemas schemas) {
    this(schemas, KatibFacts.newest(), List.of());
  }

  /**
   * A validator of manifests for an installation.
   *
   * @param katib the Katib of its release
   * @param algorithms the algorithms that its katib-config names beyond Katib's own
   */
  public ManifestValidator(Schemas schemas, KatibFacts katib, List<String> algorithms) {
    manifests = new ObjectValidator(schemas);
    experiments =
        new ExperimentValidator(schemas, katib).knowing(new OwnAlgorithms(algorithms, false));
    experimentsUnderFlux =
        experiments.within(new ExperimentContext(new TreeMap<>(), Optional.empty(), true));
    groups.put(EXPERIMENT, "kubeflow.org");
  }

  /** All findings about a file, sorted by place. */
  public List<Diagnostic> validate(Source source) {
    try {
      List<Diagnostic> findings = new ArrayList<>();
      List<WrittenClass> classes = new ArrayList<>();
      List<Document> documents = documents(source);
      boolean isUnderFlux = isUnderFlux(documents);
      documents.forEach(document -> findings.addAll(validate(document, classes, isUnderFlux)));
      findings.addAll(DuplicateClassRule.among(classes));
      findings.addAll(
          DuplicateObjectRule.among(documents.stream().flatMap(ManifestValidator::items).toList()));
      return once(findings);
    } catch (KfawsException e) {
      return e.diagnostics();
    }
  }

  /**
   * The kind of each document of a file.
   *
   * @throws KfawsException with all findings of strict YAML, or if the file is empty
   */
  public static List<String> kinds(Source source) {
    return documents(source).stream()
        .flatMap(ManifestValidator::items)
        .map(Document::root)
        .map(root -> ForeignPolicy.isOne(root) ? POLICY : root.path("kind").asText())
        .toList();
  }

  private static Stream<Document> items(Document document) {
    return Items.of(document).stream().map(Items.Item::document);
  }

  /** The documents that say something: tools put a separator before the first or after the last. */
  private static List<Document> documents(Source source) {
    List<Document> documents =
        Credentials.readReceived(source, Place.FILE).stream()
            .filter(document -> !document.root().isNull())
            .toList();
    if (documents.isEmpty()) {
      throw new KfawsException(
          Diagnostic.error(
              "empty-file",
              Location.of(source.name()),
              "",
              "the file is empty",
              "a file that is validated holds at least one document"));
    }
    return documents;
  }

  /** All findings about one document, with nothing beside it. */
  public List<Diagnostic> validate(Document document) {
    return validate(document, false);
  }

  /**
   * All findings about one document, in any order.
   *
   * @param isUnderFlux whether an object of Flux' is beside it
   */
  List<Diagnostic> validate(Document document, boolean isUnderFlux) {
    return validate(document, new ArrayList<>(), isUnderFlux);
  }

  /** Whether one of them has Flux build and apply a folder. */
  static boolean isUnderFlux(List<Document> documents) {
    return documents.stream().map(KustomizationOwner::of).anyMatch(KustomizationOwner.FLUX::equals);
  }

  /** Sorted by place; that a file is printed by a tool is reported once, wherever it shows. */
  static List<Diagnostic> once(List<Diagnostic> findings) {
    Set<String> reported = new HashSet<>();
    return findings.stream()
        .sorted()
        .filter(finding -> !finding.rule().equals(Received.NOTE) || reported.add(finding.rule()))
        .toList();
  }

  private List<Diagnostic> validate(
      Document document, List<WrittenClass> classes, boolean isUnderFlux) {
    List<Diagnostic> findings = new ArrayList<>();
    for (Items.Item item : Items.of(document)) {
      Received received = Received.of(item.document());
      Stream.concat(
              object(received.document(), classes, isUnderFlux).stream(), received.note().stream())
          .map(finding -> finding.withPath(Document.path(item.path(), finding.path())))
          .forEach(findings::add);
    }
    return findings;
  }

  private List<Diagnostic> object(
      Document document, List<WrittenClass> classes, boolean isUnderFlux) {
    JsonNode root = document.root();
    if (!root.isObject()) {
      return List.of(
          Diagnostic.error(
              "wrong-type",
              document.at(JsonPointer.empty()),
              "",
              "is " + Formatted.kind(root) + "; a mapping is expected",
              "write an object with apiVersion and kind, or an IAM policy with Statement"));
    }
    if (ForeignPolicy.isOne(root)) {
      return ForeignPolicy.check(document);
    }
    JsonNode kind = root.path("kind");
    KustomizationOwner owner = KustomizationOwner.of(document);
    if (owner != KustomizationOwner.NONE) {
      return List.of(kustomization(document, owner));
    }
    if (kind.isMissingNode()) {
      return List.of(
          Diagnostic.error(
              "missing-key",
              document.at(JsonPointer.empty()),
              "kind",
              "is missing",
              "write apiVersion and kind; kfaws validates " + known()));
    }
    String name = kind.asText();
    if (!kind.isTextual() || !groups.containsKey(name)) {
      return List.of(unknown(document, KIND, "kind " + Formatted.value(kind), way(name)));
    }
    String group = groups.getOrDefault(name, "");
    JsonNode version = root.path("apiVersion");
    if (version.isTextual() && !KubernetesObject.group(version.textValue()).equals(group)) {
      return List.of(
          unknown(
              document,
              API_VERSION,
              "kind \"" + name + "\" of " + Formatted.value(version),
              "the " + name + " that it validates is of " + (group.isEmpty() ? "v1" : group)));
    }
    return name.equals(EXPERIMENT)
        ? (isUnderFlux ? experimentsUnderFlux : experiments).check(document)
        : manifests.checkReceived(document, classes);
  }

  /** kustomize and Flux share a kind, and each has its own way out. */
  private static Diagnostic kustomization(Document document, KustomizationOwner owner) {
    JsonNode kind = document.root().path("kind");
    JsonNode version = document.root().path("apiVersion");
    String name = "kind " + Formatted.value(kind);
    String of =
        version.isMissingNode() ? " without an apiVersion" : " of " + Formatted.value(version);
    return switch (owner) {
      case FLUX ->
          unknown(
              document,
              API_VERSION,
              name + of,
              "it is Flux', and names a folder in spec.path: validate that folder");
      case UNKNOWN ->
          unknown(document, API_VERSION, name + of, "kustomize's is of " + own(kind.asText()));
      default ->
          unknown(
              document,
              kind.isTextual() ? KIND : JsonPointer.empty(),
              kind.isTextual() ? name : "a file of kustomize's",
              "name the folder that it lies in, or the files that it lists");
    };
  }

  private static String own(String kind) {
    String own = KustomizationOwner.version(kind);
    return kind.equals("Component") ? own : own + ", and Flux' of kustomize.toolkit.fluxcd.io/v1";
  }

  private static Diagnostic unknown(Document document, JsonPointer at, String what, String hint) {
    return Diagnostic.error(
        "unknown-kind", document.at(at), Document.path(at), "kfaws cannot validate " + what, hint);
  }

  private String way(String kind) {
    Optional<String> nearest = Nearest.to(kind, groups.keySet());
    return switch (kind) {
      case "Installation" -> "this is a configuration: kfaws validate -f <file>";
      default ->
          nearest.map(near -> "did you mean " + near + "?").orElse("it validates " + known());
    };
  }

  private String known() {
    return String.join(", ", new TreeSet<>(groups.keySet())) + " and IAM policies";
  }
}
