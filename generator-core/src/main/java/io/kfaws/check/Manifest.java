package io.kfaws.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.Document;
import java.util.Locale;

/**
 * A Kubernetes object, or a patch of one, in a generated file.
 *
 * @param role what kustomize does with it
 * @param document its text, with places
 */
public record Manifest(Role role, Document document) {
  /** What kustomize does with a document. */
  public enum Role {
    /** It steers the build: a Kustomization or a Component. */
    KUSTOMIZATION,
    /** It is an object of its own. */
    WHOLE,
    /** It is merged onto an object. */
    PATCH
  }

  /** The document's tree. */
  public JsonNode root() {
    return document.root();
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
    if (isDeletion()) {
      return "kubernetes/patch/deletion.schema.json";
    }
    boolean aws = root().path("apiVersion").asText().startsWith("secrets-store.csi.x-k8s.io/");
    String kind = kind().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    return (aws ? "aws/" : "kubernetes/")
        + (role == Role.PATCH ? "patch/" : "")
        + kind
        + ".schema.json";
  }

  Diagnostic error(String rule, JsonPointer at, String message, String hint) {
    return Diagnostic.error(rule, document.at(at), Document.path(at), message, hint);
  }
}
