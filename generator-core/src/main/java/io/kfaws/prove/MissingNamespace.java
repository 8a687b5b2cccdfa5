package io.kfaws.prove;

import java.util.HashSet;
import java.util.Set;

/**
 * What is added or changed lies in a namespace that the build makes, by itself or through a Profile
 * (Kubeflow's profile controller makes the namespace of its name). A namespace that the base alone
 * uses and does not make is there already. A group that makes none at all, such as the secrets of
 * namespaces that are no profile's, says that somebody else does.
 */
record MissingNamespace() implements BuildRule {
  /** What Kubernetes itself makes (Kubernetes, Namespaces, "Initial namespaces"). */
  private static final Set<String> INITIAL =
      Set.of("default", "kube-node-lease", "kube-public", "kube-system");

  @Override
  public String id() {
    return "missing-namespace";
  }

  @Override
  public void validate(Build build, BuildFindings findings) {
    if (build.isGroup() && made(build.built()).isEmpty()) {
      build.touched().forEach(key -> findings.proven(key.toString()));
      return;
    }
    Set<String> there = new HashSet<>(INITIAL);
    build.base().byKey().keySet().forEach(key -> there.add(key.namespace()));
    there.removeAll(made(build.base()));
    there.addAll(made(build.built()));
    build
        .touched()
        .filter(key -> !key.namespace().isEmpty())
        .forEach(
            key -> {
              if (there.contains(key.namespace())) {
                findings.proven(key.toString());
              } else {
                findings.find(
                    build.home(key),
                    key.toString(),
                    "lies in namespace " + key.namespace() + ", which nothing makes",
                    "make the namespace beside it, or a Profile of this name");
              }
            });
  }

  private static Set<String> made(Objects objects) {
    Set<String> made = new HashSet<>();
    objects.keys("Namespace").forEach(key -> made.add(key.name()));
    objects.keys("Profile").forEach(key -> made.add(key.name()));
    return made;
  }
}
