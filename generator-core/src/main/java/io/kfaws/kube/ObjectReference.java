package io.kfaws.kube;

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
public record ObjectReference(String kind, String group, String namespace, String name)
    implements Comparable<ObjectReference> {
  /** The hash that kustomize appends to names, in its alphabet (kustomize, hasher.encode). */
  private static final String HASH = "-[2456789bcdfghkmt]{10}$";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\([A-Za-z0-9_-]+\\)");

  private static final Comparator<ObjectReference> ORDER =
      Comparator.comparing(ObjectReference::kind)
          .thenComparing(ObjectReference::group)
          .thenComparing(ObjectReference::namespace)
          .thenComparing(ObjectReference::name);

  /** As data writes it: a hash in the name is a {@code #}. */
  public String label() {
    return toString().replaceAll(HASH, "-#");
  }

  /**
   * Whether the name stands for another, {@code $(profile-name)}: releases up to v1.8.1 name their
   * sample profile so.
   */
  public boolean isNamedByVariable() {
    return VARIABLE.matcher(name).matches();
  }

  /** The name without the hash that kustomize appends. */
  public String plainName() {
    return name.replaceAll(HASH, "");
  }

  /** The same object as something that another names. */
  public Reference named() {
    return Reference.to(kind, namespace, name);
  }

  /** {@code Deployment kubeflow/ml-pipeline}: with the namespace, whichever it is. */
  public String qualified() {
    return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }

  @Override
  public int compareTo(ObjectReference other) {
    return ORDER.compare(this, other);
  }

  /** {@code Deployment ml-pipeline}; the namespace is left out where it is kubeflow, or none. */
  @Override
  public String toString() {
    boolean plain = namespace.isEmpty() || namespace.equals(Provided.NAMESPACE);
    return kind + " " + (plain ? "" : namespace + "/") + name;
  }
}
