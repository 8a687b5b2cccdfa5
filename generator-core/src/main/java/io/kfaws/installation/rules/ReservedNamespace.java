package io.kfaws.installation.rules;

import java.util.Set;

/** Namespaces that no profile may have, because deleting the profile would delete them. */
final class ReservedNamespace {
  private static final String KUBERNETES = "kube-";

  /**
   * {@code default}, and the namespaces that kubeflow/manifests brings in one release or another
   * from v1.4.1 to 26.03: every {@code kind: Namespace} there, profiles' own left out.
   */
  private static final Set<String> NAMES =
      Set.of(
          "default",
          "auth",
          "cert-manager",
          "feast",
          "istio-system",
          "jobset-system",
          "kfserving-system",
          "knative-eventing",
          "knative-serving",
          "kserve",
          "kubeflow",
          "kubeflow-system",
          "lws-system",
          "mpi-operator",
          "notebook-controller-system",
          "oauth2-proxy",
          "tekton-pipelines",
          "tekton-pipelines-resolvers",
          "tensorboard-controller-system");

  private ReservedNamespace() {}

  /** Whether this is one; all names that begin with {@code kube-} are Kubernetes' own. */
  static boolean is(String name) {
    return NAMES.contains(name) || name.startsWith(KUBERNETES);
  }
}
