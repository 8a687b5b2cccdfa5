package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.validate.Provided;
import java.util.Comparator;
import java.util.regex.Pattern;

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

  private static final Pattern VARIABLE = Pattern.compile("\\$\\([A-Za-z0-9_-]+\\)");

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

  /**
   * Whether the name stands for another, {@code $(profile-name)}: releases up to v1.8.1 name their
   * sample profile so.
   */
  boolean isNamedByVariable() {
    return VARIABLE.matcher(name).matches();
  }

  /** The name without the hash that kustomize appends. */
  String plainName() {
    return name.replaceAll(HASH, "");
  }

  @Override
  public int compareTo(ObjectKey other) {
    return ORDER.compare(this, other);
  }

  /** {@code Deployment ml-pipeline}; the namespace is left out where it is kubeflow, or none. */
  @Override
  public String toString() {
    boolean plain = namespace.isEmpty() || namespace.equals(Provided.NAMESPACE);
    return kind + " " + (plain ? "" : namespace + "/") + name;
  }
}
