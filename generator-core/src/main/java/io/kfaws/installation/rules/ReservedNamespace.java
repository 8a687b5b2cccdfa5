package io.kfaws.installation.rules;

import io.kfaws.text.Data;
import java.util.Set;

/**
 * Namespaces that no profile may have, because deleting the profile would delete them ({@code
 * overlays/namespaces.yaml}).
 *
 * @param kubernetes Kubernetes' own
 * @param kubeflow those that kubeflow/manifests brings in one release or another
 */
record ReservedNamespace(Kubernetes kubernetes, Set<String> kubeflow) {
  private static final ReservedNamespace KNOWN =
      Data.read("overlays/namespaces.yaml", ReservedNamespace.class);

  /** Copies the set. */
  ReservedNamespace {
    kubeflow = Set.copyOf(kubeflow);
  }

  /** Whether this is one. */
  static boolean is(String name) {
    return KNOWN.kubeflow.contains(name)
        || KNOWN.kubernetes.namespaces.contains(name)
        || name.startsWith(KNOWN.kubernetes.prefix);
  }

  /**
   * Kubernetes' own namespaces.
   *
   * @param prefix what their names begin with
   * @param namespaces those of other names
   */
  record Kubernetes(String prefix, Set<String> namespaces) {
    /** Copies the set. */
    Kubernetes {
      namespaces = Set.copyOf(namespaces);
    }
  }
}
