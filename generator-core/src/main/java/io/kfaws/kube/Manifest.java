package io.kfaws.kube;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.text.Document;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A Kubernetes object, or a patch of some, in a generated file or in one of the user's own. */
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

  private static final JsonPointer ANNOTATIONS = JsonPointer.compile("/metadata/annotations");

  private final Role role;
  private final Document document;

  private Manifest(Role role, Document document) {
    this.role = role;
    this.document = document;
  }

  /** A document that is alone: an object of its own. */
  public static Manifest alone(Document document) {
    return new Manifest(Role.WHOLE, document);
  }

  /** Documents that are all in one role. */
  static List<Manifest> all(Role role, List<Document> documents) {
    return documents.stream().map(document -> new Manifest(role, document)).toList();
  }

  /** What kustomize does with it. */
  public Role role() {
    return role;
  }

  /** The file that it is in, relative to the output folder. */
  public String file() {
    return document.source().name();
  }

  /** Its tree. */
  public JsonNode root() {
    return document.root();
  }

  /** Its tree, with the place of every node. */
  public Document document() {
    return document;
  }

  /** Where the value at {@code pointer} starts. */
  public Location at(JsonPointer pointer) {
    return document.at(pointer);
  }

  /** Where the value at a pointer starts. */
  public Location at(String pointer) {
    return at(JsonPointer.compile(pointer));
  }

  /** Where the key at {@code pointer} is. */
  public Location keyAt(JsonPointer pointer) {
    return document.keyAt(pointer);
  }

  /** The text at a pointer; empty if there is none. */
  public String text(String pointer) {
    return root().at(pointer).asText();
  }

  /** The value of an annotation; empty if there is none. */
  public String annotation(String key) {
    return root().at(ANNOTATIONS.appendProperty(key)).asText();
  }

  /** Where the value of an annotation is. */
  public Location annotationAt(String key) {
    return at(ANNOTATIONS.appendProperty(key));
  }

  /** The object, or the patch of it. */
  public KubernetesObject object() {
    return new KubernetesObject(root());
  }

  /** Its kind. */
  public String kind() {
    return object().kind();
  }

  /** The name of its object. */
  public String name() {
    return object().name();
  }

  /** The namespace of its object; empty if it has none. */
  public String namespace() {
    return object().namespace();
  }

  /** Its object, as messages call it: with its namespace. */
  public String id() {
    return object().reference().qualified();
  }

  /** Kind and name, as messages about somebody else's object say them. */
  public String words() {
    if (kind().isEmpty()) {
      return "what has no kind";
    }
    return name().isEmpty() ? kind() : kind() + " " + name();
  }

  /** Whether it removes its object. */
  public boolean isDeletion() {
    return role == Role.PATCH && object().isDeletion();
  }

  /** Whether it brings or patches a Profile, of any version. */
  public boolean isProfile() {
    return kind().equals("Profile")
        && object().group().equals("kubeflow.org")
        && !root().has("$patch") // takes it away
        && !name().isEmpty();
  }

  /** The schema of its kind and role, below {@code schemas/}. */
  public String schema() {
    if (role == Role.OPERATIONS) {
      return "kubernetes/json-patch.schema.json";
    }
    if (isDeletion()) {
      return "kubernetes/patch/deletion.schema.json";
    }
    return KINDS.getOrDefault(kind(), FOLDERS.getOrDefault(object().group(), "kubernetes"))
        + (role == Role.PATCH ? "/patch/" : "/")
        + words(kind())
        + ".schema.json";
  }

  /** {@code RoleBinding} as files are called: {@code role-binding}. */
  private static String words(String kind) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < kind.length(); i++) {
      char c = kind.charAt(i);
      char before = i == 0 ? ' ' : kind.charAt(i - 1);
      boolean isAfterWord = (before >= 'a' && before <= 'z') || (before >= '0' && before <= '9');
      words.append(isAfterWord && c >= 'A' && c <= 'Z' ? "-" : "").append(c);
    }
    return words.toString().toLowerCase(Locale.ROOT);
  }

  public Diagnostic error(String rule, JsonPointer at, String message, String hint) {
    return Diagnostic.error(rule, at(at), Document.path(at), message, hint);
  }
}
