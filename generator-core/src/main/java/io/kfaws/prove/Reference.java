package io.kfaws.prove;

/**
 * A name in one object that stands for another.
 *
 * @param kind the other's kind
 * @param namespace the other's namespace
 * @param name the other's name
 * @param key the key of its data that is read, or empty
 */
record Reference(String kind, String namespace, String name, String key) {
  @Override
  public String toString() {
    return kind + " " + name + (key.isEmpty() ? "" : "#" + key);
  }
}
