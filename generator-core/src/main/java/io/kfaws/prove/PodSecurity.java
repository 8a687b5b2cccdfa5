package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.kube.ObjectReference;
import io.kfaws.kube.Pod;
import java.util.List;

/**
 * Pods that the overlay adds meet the Pod Security level that is enforced in their namespace, and
 * pods that it patches break it in no new way.
 */
record PodSecurity() implements BuildRule {
  private static final String LABEL = "pod-security.kubernetes.io/enforce";

  @Override
  public String id() {
    return "pod-security";
  }

  @Override
  public void validate(Build build, BuildFindings findings) {
    build
        .built()
        .pods()
        .filter(pod -> !build.built().get(pod.owner()).equals(build.base().get(pod.owner())))
        .forEach(
            pod -> {
              String level = level(build.built(), pod.owner().namespace());
              List<String> before = before(build, pod, level);
              List<String> broken = PodLevel.violations(pod, level);
              broken.stream()
                  .filter(what -> !before.contains(what))
                  .forEach(
                      what ->
                          findings.find(
                              pod.owner().toString(),
                              what + " does not meet the level " + level,
                              "namespace "
                                  + pod.owner().namespace()
                                  + " enforces it (Kubernetes, Pod Security Standards)"));
              if (before.containsAll(broken)) {
                findings.proven(pod.owner().toString());
              }
            });
  }

  private static List<String> before(Build build, Pod pod, String level) {
    return build
        .base()
        .pods()
        .filter(other -> other.owner().equals(pod.owner()))
        .findFirst()
        .map(other -> PodLevel.violations(other, level))
        .orElse(List.of());
  }

  private static String level(Objects objects, String namespace) {
    JsonNode found =
        objects
            .keys("Namespace")
            .filter(key -> key.name().equals(namespace))
            .findFirst()
            .map(objects::get)
            .orElseGet(() -> objects.get(new ObjectReference("", "", "", "")));
    return found.at("/metadata/labels").path(LABEL).asText("privileged");
  }
}
