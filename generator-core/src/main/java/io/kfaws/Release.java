package io.kfaws;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A release of Kubeflow, and what kfaws can do with it.
 *
 * @param release the tag of kubeflow/manifests, as {@code kubeflow.release} names it
 * @param title its name for people
 * @param serves the other tags of its line that kfaws serves alike
 * @param base the kustomize URL of its manifests, which overlays use unless {@code kubeflow.base}
 *     names another base
 * @param versions the versions of its parts, by name: {@code pipelines}, {@code katib} and others
 * @param capabilities what it can do, by path of the configuration; what is not listed is supported
 */
public record Release(
    String release,
    String title,
    List<String> serves,
    String base,
    Map<String, String> versions,
    SortedMap<String, Capability> capabilities) {
  /** Copies the collections; the versions keep their order. */
  public Release {
    serves = List.copyOf(serves);
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    capabilities = Collections.unmodifiableSortedMap(new TreeMap<>(capabilities));
  }

  /** Whether what a path of the configuration asks for works. */
  public Capability.Status status(String path) {
    Capability capability = capabilities.get(path);
    return capability == null ? Capability.Status.SUPPORTED : capability.status();
  }
}
