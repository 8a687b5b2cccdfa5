package io.kfaws.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Location;
import io.kfaws.kube.KubernetesObject;
import io.kfaws.text.Document;

/**
 * An object of Kubernetes that others wrote.
 *
 * @param document where it is
 * @param isDistributed whether it lies in a checkout of the AWS distribution, most of which is not
 *     the user's
 */
record ForeignObject(Document document, boolean isDistributed) {
  /** The annotation by which a service account names its role. */
  static final String ROLE = "eks.amazonaws.com/role-arn";

  JsonNode root() {
    return document.root();
  }

  private KubernetesObject object() {
    return new KubernetesObject(root());
  }

  String kind() {
    return object().kind();
  }

  String name() {
    return object().name();
  }

  String namespace() {
    return object().namespace();
  }

  /** The group of its API; empty for Kubernetes' core. */
  String group() {
    return object().group();
  }

  /** The text at a pointer; empty if there is none. */
  String text(String pointer) {
    return root().at(pointer).asText();
  }

  Location at(String pointer) {
    return document.at(JsonPointer.compile(pointer));
  }

  Location keyAt(JsonPointer pointer) {
    return document.keyAt(pointer);
  }

  /** The value of an annotation; empty if there is none. */
  String annotation(String key) {
    return root().at("/metadata/annotations").path(key).asText();
  }

  Location annotationAt(String key) {
    return document.at(JsonPointer.compile("/metadata/annotations").appendProperty(key));
  }

  /** Whether it only takes something away from what upstream brings. */
  boolean isRemoval() {
    return object().isDeletion();
  }

  /** Whether it is the ConfigMap that tells Pipelines where the database and the bucket are. */
  boolean isInstallConfig() {
    return kind().equals("ConfigMap")
        && name().equals("pipeline-install-config")
        && StoragePart.isKubeflow(this);
  }

  /** Kind and name, as messages say them. */
  String words() {
    if (kind().isEmpty()) {
      return "what has no kind";
    }
    return name().isEmpty() ? kind() : kind() + " " + name();
  }
}
