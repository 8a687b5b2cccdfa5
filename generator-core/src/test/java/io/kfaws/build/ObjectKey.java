package io.kfaws.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/** Which object of a cluster; the version of its API does not tell objects apart. */
record ObjectKey(String kind, String group, String namespace, String name)
    implements Comparable<ObjectKey> {
  /** Where the overlays work; its name is left out in messages and data. */
  static final String NAMESPACE = "kubeflow";

  /** The alphabet of the hashes that kustomize appends (kustomize, hasher.encode). */
  private static final String HASH = "-[2456789bcdfghkmt]{10}$";

  private static final Comparator<ObjectKey> ORDER =
      Comparator.comparing(ObjectKey::kind)
          .thenComparing(ObjectKey::group)
          .thenComparing(ObjectKey::namespace)
          .thenComparing(ObjectKey::name);

  static ObjectKey of(JsonNode object) {
    String version = object.path("apiVersion").asText();
    return new ObjectKey(
        object.path("kind").asText(),
        version.substring(0, Math.max(0, version.indexOf('/'))),
        object.at("/metadata/namespace").asText(),
        object.at("/metadata/name").asText());
  }

  /** As data writes it: a hash in the name is a {@code #}. */
  String label() {
    return toString().replaceAll(HASH, "-#");
  }

  @Override
  public int compareTo(ObjectKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind + " " + (namespace.equals(NAMESPACE) ? "" : namespace + "/") + name;
  }
}
