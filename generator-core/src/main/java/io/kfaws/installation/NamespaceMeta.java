package io.kfaws.installation;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a profile's namespace carries beside what Kubeflow puts there (Kubernetes, {@code
 * ObjectMeta}).
 *
 * @param labels its labels
 * @param annotations its annotations
 */
public record NamespaceMeta(
    SortedMap<String, String> labels, SortedMap<String, String> annotations) {
  /** Copies the maps. */
  public NamespaceMeta {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
  }
}
