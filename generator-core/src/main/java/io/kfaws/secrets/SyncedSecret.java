package io.kfaws.secrets;

import java.util.Collections;
import java.util.List;
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

  /**
   * A key of a synced Secret.
   *
   * @param objectName the mounted file that it is made of
   * @param key the key in the Secret
   */
  public record SyncedKey(String objectName, String key) {}
}
