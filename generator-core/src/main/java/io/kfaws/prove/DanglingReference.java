package io.kfaws.prove;

import io.kfaws.kube.ObjectReference;
import io.kfaws.kube.Pod;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whatever a pod, a role binding, an ExternalSecret or an address names is there. Some names of the
 * base lead nowhere by intention (certificates that cert-manager makes at run time), so only those
 * that the overlay broke count.
 *
 * @param kinds the kinds that must be there; empty: all
 */
record DanglingReference(Set<String> kinds) implements BuildRule {
  private static final String HINT =
      "the overlay removes or renames it: point the reference to what takes its place";

  /** What an overlay on its base names. */
  static DanglingReference inOverlays() {
    return new DanglingReference(Set.of());
  }

  /** What a group names and nobody else makes: service accounts may be the controller's. */
  static DanglingReference inGroups() {
    return new DanglingReference(Set.of("SecretProviderClass", SyncedSecrets.STORE));
  }

  @Override
  public String id() {
    return "dangling-reference";
  }

  @Override
  public void validate(Build build, BuildFindings findings) {
    Set<Named> before = Named.all(build.base()).collect(Collectors.toSet());
    Existing existedBefore = new Existing(build.base());
    Existing exists = new Existing(build.built());
    Named.all(build.built())
        .filter(named -> kinds.isEmpty() || kinds.contains(named.to().kind()))
        .forEach(
            named -> {
              boolean base = before.contains(named) && !existedBefore.holds(named.to());
              if (exists.holds(named.to())) {
                findings.proven(named.owner() + named.to());
              } else if (!base) {
                findings.find(
                    named.owner(), "names " + named.to() + ", which is not there", hint());
              }
            });
    mounts(build, findings);
    hosts(build, findings);
  }

  private String hint() {
    return kinds.isEmpty() ? HINT : "name one that is made here, or make it beside";
  }

  /** Mounts of volumes that the pod has not. */
  private static void mounts(Build build, BuildFindings findings) {
    Set<String> before =
        build.base().pods().flatMap(DanglingReference::loose).collect(Collectors.toSet());
    build
        .built()
        .pods()
        .forEach(
            pod ->
                loose(pod)
                    .filter(mount -> !before.contains(mount))
                    .forEach(
                        mount ->
                            findings.find(
                                pod.owner().toString(),
                                "mounts " + mount + ", which is no volume of it",
                                "add the volume, or take the mount out")));
  }

  private static Stream<String> loose(Pod pod) {
    List<String> volumes = Pod.names(pod.spec().path("volumes"));
    return pod.containers().stream()
        .flatMap(container -> Pod.names(container.path("volumeMounts")).stream())
        .filter(name -> !volumes.contains(name));
  }

  /** Addresses of Services that the base has and the overlay removed. */
  private static void hosts(Build build, BuildFindings findings) {
    Set<ObjectReference> gone = new TreeSet<>(build.base().keys("Service").toList());
    gone.removeAll(build.built().keys("Service").toList());
    Addresses addresses = new Addresses(gone, Wiring.known().words());
    addresses
        .in(build.built())
        .forEach(
            (path, host) ->
                findings.find(path, "leads to Service " + host + ", which is not there", HINT));
  }
}
