package io.kfaws.build;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whatever a pod or a role binding names is there. Some names of the base lead nowhere by intention
 * (certificates that cert-manager makes at run time), so only those that the overlay broke count.
 */
record ReferencesRule() implements Rule {
  @Override
  public List<String> broken(Case build) {
    List<String> broken = new ArrayList<>(dangling(build.built()));
    broken.removeAll(dangling(build.vanilla()));
    return broken;
  }

  private static List<String> dangling(Objects objects) {
    Existing existing = new Existing(objects);
    Stream<String> ofPods =
        Pod.all(objects)
            .flatMap(
                pod ->
                    References.of(pod).stream()
                        .filter(reference -> !existing.holds(reference))
                        .map(reference -> pod.owner() + " names " + reference));
    Stream<String> ofBindings =
        Stream.of("RoleBinding", "ClusterRoleBinding")
            .flatMap(objects::keys)
            .flatMap(
                key ->
                    References.ofBinding(objects.get(key)).stream()
                        .filter(reference -> !existing.holds(reference))
                        .map(reference -> key + " names " + reference));
    Stream<String> mounts = Pod.all(objects).flatMap(ReferencesRule::mounts);
    return Stream.of(ofPods, ofBindings, mounts).flatMap(lines -> lines).toList();
  }

  /** Mounts of volumes that the pod has not. */
  private static Stream<String> mounts(Pod pod) {
    List<String> volumes = Pod.names(pod.spec().path("volumes"));
    return pod.containers().stream()
        .flatMap(container -> Pod.names(container.path("volumeMounts")).stream())
        .filter(name -> !volumes.contains(name))
        .map(name -> pod.owner() + " mounts " + name + ", which is no volume of it");
  }
}
