package io.kfaws;

import java.util.List;
import java.util.Optional;

/**
 * The installation that manifests without a configuration are for.
 *
 * @param release its release of Kubeflow, by whose Katib experiments are judged; absent: the newest
 * @param algorithms the algorithms that its katib-config names beyond Katib's own
 */
public record ManifestOptions(Optional<String> release, List<String> algorithms) {
  /** Nothing is known of it. */
  public static final ManifestOptions NONE = new ManifestOptions(Optional.empty(), List.of());

  /** Copies the list. */
  public ManifestOptions {
    algorithms = List.copyOf(algorithms);
  }
}
