package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.check.Provided;
import java.util.Comparator;

/**
 * Which object of a cluster; the version of its API does not tell objects apart.
 *
 * @param kind its kind
 * @param group its API group; empty for the core group
 * @param namespace its namespace; empty for objects of the cluster
 * @param name its name
 */
public record ObjectKey(String kind, String group, String namespace, String name)
    implements Comparable<ObjectKey> {
  /** The hash that kustomize appends to names, in its alphabet (kustomize, hasher.encode). */
  private static final String HASH = "-[2456789bcdfghkmt]{10}$";

  private static final Comparator<ObjectKey> ORDER =
      Comparator.comparing(ObjectKey::kind)
          .thenComparing(ObjectKey::group)
          .thenComparing(ObjectKey::namespace)
          .thenComparing(ObjectKey::name);

  /** The key of an object, or of a patch of it. */
  public static ObjectKey of(JsonNode object) {
    String version = object.path("apiVersion").asText();
    return new ObjectKey(
        object.path("kind").asText(),
        version.substring(0, Math.max(0, version.indexOf('/'))),
        object.at("/metadata/namespace").asText(),
        object.at("/metadata/name").asText());
  }

  /** As data writes it: a hash in the name is a {@code #}. */
  public String label() {
    return toString().replaceAll(HASH, "-#");
  }

  /** The name without the hash that kustomize appends. */
  String plainName() {
    return name.replaceAll(HASH, "");
  }

  @Override
  public int compareTo(ObjectKey other) {
    return ORDER.compare(this, other);
  }

  /** {@code Deployment ml-pipeline}; the namespace is left out where it is kubeflow. */
  @Override
  public String toString() {
    return kind + " " + (namespace.equals(Provided.NAMESPACE) ? "" : namespace + "/") + name;
  }
}
