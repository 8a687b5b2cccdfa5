package io.kfaws.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.KfawsException;
import io.kfaws.text.Location;
import io.kfaws.text.Source;
import io.kfaws.text.Yaml;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A Kubernetes object, or a patch of some, in a generated file or in one of the user's own.
 *
 * <p>It keeps its tree alone: the places of all nodes weigh several times as much as the trees, and
 * are asked for only where something is wrong. {@link #document} reads its text again.
 */
public final class Manifest {
  /** The folder of each API group's schemas, where it is not Kubernetes' own. */
  private static final Map<String, String> FOLDERS =
      Map.of(
          "secrets-store.csi.x-k8s.io", "aws",
          "external-secrets.io", "external-secrets",
          "kubeflow.org", "kubeflow",
          "security.istio.io", "istio");

  /** Kinds whose schemas lie in another folder than those of their group. */
  private static final Map<String, String> KINDS = Map.of("Experiment", "katib");

  /** What kustomize does with a document. */
  public enum Role {
    /** It steers the build: a Kustomization or a Component. */
    KUSTOMIZATION,
    /** It is an object of its own. */
    WHOLE,
    /** It is merged onto the object that it names itself. */
    PATCH,
    /** It is a list of operations on the objects that targets select, and names none itself. */
    OPERATIONS
  }

  private final Role role;
  private final String file;
  private final JsonNode root;
  private final Supplier<Document> reading;

  private Manifest(Role role, Document document, Supplier<Document> reading) {
    this.role = role;
    this.file = document.source().name();
    this.root = document.root();
    this.reading = reading;
  }

  /** A document that stands alone: an object of its own. */
  static Manifest alone(Document document) {
    return new Manifest(Role.WHOLE, document, () -> document);
  }

  /**
   * The documents of a file, all in one role.
   *
   * @throws KfawsException with all findings of strict YAML
   */
  static List<Manifest> all(Role role, Source source) {
    return all(role, () -> Yaml.readAll(source));
  }

  /**
   * The documents in a text of a kustomization: a patch that stands in place.
   *
   * @throws KfawsException with all findings of strict YAML
   */
  static List<Manifest> inside(Role role, Manifest kustomization, JsonPointer at) {
    return all(role, () -> kustomization.document().inside(at));
  }

  private static List<Manifest> all(Role role, Supplier<List<Document>> reading) {
    List<Document> documents = reading.get();
    return IntStream.range(0, documents.size())
        .mapToObj(i -> new Manifest(role, documents.get(i), () -> reading.get().get(i)))
        .toList();
  }

  /** What kustomize does with it. */
  public Role role() {
    return role;
  }

  /** The file that it stands in, relative to the output folder. */
  public String file() {
    return file;
  }

  /** Its tree. */
  public JsonNode root() {
    return root;
  }

  /** Its text, with the place of every node; read again at each call. */
  public Document document() {
    return reading.get();
  }

  /** Where the value at {@code pointer} starts; its text is read again for that. */
  public Location at(JsonPointer pointer) {
    return document().at(pointer);
  }

  String kind() {
    return root().path("kind").asText();
  }

  String name() {
    return root().at("/metadata/name").asText();
  }

  ObjectId id() {
    return new ObjectId(kind(), root().at("/metadata/namespace").asText(), name());
  }

  /** Whether it removes its object. */
  public boolean isDeletion() {
    return role == Role.PATCH && root().path("$patch").asText().equals("delete");
  }

  /** The schema of its kind and role, below {@code schemas/}. */
  String schema() {
    if (role == Role.OPERATIONS) {
      return "kubernetes/json-patch.schema.json";
    }
    if (isDeletion()) {
      return "kubernetes/patch/deletion.schema.json";
    }
    String version = root().path("apiVersion").asText();
    String group = version.substring(0, Math.max(0, version.indexOf('/')));
    String kind = kind().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    return KINDS.getOrDefault(kind(), FOLDERS.getOrDefault(group, "kubernetes"))
        + (role == Role.PATCH ? "/patch/" : "/")
        + kind
        + ".schema.json";
  }

  Diagnostic error(String rule, JsonPointer at, String message, String hint) {
    return Diagnostic.error(rule, at(at), Document.path(at), message, hint);
  }
}
