package io.kfaws.kube;

/**
 * Which object of a cluster.
 *
 * @param kind its kind
 * @param namespace its namespace, or empty
 * @param name its name
 */
public record ObjectReference(String kind, String namespace, String name) {
  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
