package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Source;
import io.kfaws.credentials.Credentials;
import io.kfaws.credentials.Place;
import io.kfaws.iam.Policy;
import io.kfaws.katib.ExperimentValidator;
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
import java.util.TreeSet;
import java.util.stream.Stream;

/** Validates files of manifests without a configuration, document by document, each by its kind. */
public final class ManifestValidator {
  /** What a policy is called where objects have a kind. */
  private static final String POLICY = "IAM policy";

  private static final String EXPERIMENT = "Experiment";
  private static final JsonPointer KIND = JsonPointer.compile("/kind");
  private static final JsonPointer API_VERSION = JsonPointer.compile("/apiVersion");

  /** The key by which a policy is known, a slip in it included. */
  private static final Set<String> STATEMENT = Set.of("Statement");

  private final ObjectValidator manifests;
  private final ExperimentValidator experiments;
  private final SortedMap<String, String> groups = ObjectValidator.kinds();

  public ManifestValidator(Schemas schemas) {
    manifests = new ObjectValidator(schemas);
    experiments = new ExperimentValidator(schemas);
    groups.put(EXPERIMENT, "kubeflow.org");
  }

  /** All findings about a file, sorted by place. */
  public List<Diagnostic> validate(Source source) {
    try {
      List<Diagnostic> findings = new ArrayList<>();
      List<WrittenClass> classes = new ArrayList<>();
      documents(source).forEach(document -> findings.addAll(validate(document, classes)));
      findings.addAll(DuplicateClassRule.among(classes));
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
        .flatMap(document -> Items.of(document).stream())
        .map(item -> item.document().root())
        .map(root -> isPolicy(root) ? POLICY : root.path("kind").asText())
        .toList();
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

  /** All findings about a document of a file, in any order. */
  public List<Diagnostic> validate(Document document) {
    return validate(document, new ArrayList<>());
  }

  /** Sorted by place; that a file is printed by a tool is said once, wherever it shows. */
  static List<Diagnostic> once(List<Diagnostic> findings) {
    Set<String> said = new HashSet<>();
    return findings.stream()
        .sorted()
        .filter(finding -> !finding.rule().equals(Received.NOTE) || said.add(finding.rule()))
        .toList();
  }

  private List<Diagnostic> validate(Document document, List<WrittenClass> classes) {
    List<Diagnostic> findings = new ArrayList<>();
    for (Items.Item item : Items.of(document)) {
      Received received = Received.of(item.document());
      Stream.concat(object(received.document(), classes).stream(), received.note().stream())
          .map(finding -> finding.withPath(Document.path(item.path(), finding.path())))
          .forEach(findings::add);
    }
    return findings;
  }

  private List<Diagnostic> object(Document document, List<WrittenClass> classes) {
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
    if (isPolicy(root)) {
      return policy(document);
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
        ? experiments.check(document)
        : manifests.checkReceived(document, classes);
  }

  /** A document that is no object of Kubernetes, and has a key of a policy or nearly one. */
  private static boolean isPolicy(JsonNode root) {
    if (root.has("kind") || root.has("apiVersion")) {
      return false;
    }
    // The AWS CLI prints a role around its policy; the policy's reader has a word on that.
    return root.has("Version")
        || root.has("Role")
        || root.properties().stream()
            .anyMatch(entry -> Nearest.to(entry.getKey(), STATEMENT).isPresent());
  }

  private static List<Diagnostic> policy(Document document) {
    try {
      Policy.read(document);
      return List.of();
    } catch (KfawsException e) {
      return e.diagnostics();
    }
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
