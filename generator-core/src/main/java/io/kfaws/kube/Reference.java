package io.kfaws.kube;

/**
 * A name in one object that stands for another.
 *
 * @param kind the other's kind
 * @param namespace the other's namespace
 * @param name the other's name
 * @param key the key of its data that is read, or empty
 */
public record Reference(String kind, String namespace, String name, String key) {
  /** A reference to an object as a whole. */
  public static Reference to(String kind, String namespace, String name) {
    return new Reference(kind, namespace, name, "");
  }

  /** The same object as a whole. */
  public Reference whole() {
    return to(kind, namespace, name);
  }

  @Override
  public String toString() {
    return kind + " " + name + (key.isEmpty() ? "" : "#" + key);
  }
}
