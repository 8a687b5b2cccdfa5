package io.kfaws.secrets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Kubernetes Secret that is made of mounted files (Secrets Store CSI driver, "Sync as Kubernetes
 * Secret", an entry of {@code secretObjects}).
 *
 * @param secretName its name
 * @param type its type, for example {@code Opaque} or {@code kubernetes.io/tls}
 * @param labels its labels
 * @param annotations its annotations
 * @param data its keys
 */
public record SyncedSecret(
    String secretName,
    String type,
    SortedMap<String, String> labels,
    SortedMap<String, String> annotations,
    List<SyncedKey> data) {
  /** Copies the collections. */
  public SyncedSecret {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    data = List.copyOf(data);
  }

  /** As an entry of {@code secretObjects}, its keys in the usual order. */
  public ObjectNode tree() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("secretName", secretName).put("type", type);
    put(tree, "labels", labels);
    put(tree, "annotations", annotations);
    ArrayNode entries = tree.putArray("data");
    for (SyncedKey key : data) {
      entries.addObject().put("objectName", key.objectName()).put("key", key.key());
    }
    return tree;
  }

  private static void put(ObjectNode tree, String key, Map<String, String> values) {
    if (!values.isEmpty()) {
      ObjectNode entries = tree.putObject(key);
      values.forEach(entries::put);
    }
  }

  /**
   * A key of a synced Secret.
   *
   * @param objectName the mounted file that it is made of
   * @param key the key in the Secret
   */
  public record SyncedKey(String objectName, String key) {}
}
