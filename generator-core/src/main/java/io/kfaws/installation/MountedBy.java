package io.kfaws.installation;

/**
 * Who mounts a class, so that its Kubernetes Secrets are there: exactly one of the two. The CSI
 * driver makes them when a pod mounts the class, and removes them with the last such pod (Secrets
 * Store CSI driver, "Sync as Kubernetes Secret").
 */
public sealed interface MountedBy {

  /**
   * A workload of the user's in the class's namespace.
   *
   * @param kind its kind, for example {@code Deployment}
   * @param name its name
   */
  record Workload(String kind, String name) implements MountedBy {}

  /** A Deployment that kfaws generates, whose pod does nothing else. */
  record SyncWorkload() implements MountedBy {
    /** What the Deployment that mounts a class is called. */
    public static String nameFor(String className) {
      return className + "-sync";
    }
  }
}
