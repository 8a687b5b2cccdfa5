package io.kfaws.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Pods that an overlay adds meet Pod Security "restricted" (Kubernetes, Pod Security Standards).
 */
record RestrictedRule() implements Rule {
  /** The volume types that the level allows. */
  private static final List<String> VOLUMES =
      List.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "persistentVolumeClaim",
          "projected",
          "secret");

  private static final List<String> HOST = List.of("hostNetwork", "hostPID", "hostIPC");

  @Override
  public List<String> broken(Case build) {
    List<String> broken = new ArrayList<>();
    Pod.all(build.built())
        .filter(pod -> !build.vanilla().byKey().containsKey(pod.owner()))
        .forEach(pod -> judge(pod, broken));
    return broken;
  }

  private static void judge(Pod pod, List<String> broken) {
    String owner = pod.owner() + ": ";
    for (String field : HOST) {
      require(!pod.spec().path(field).asBoolean(), owner + field, broken);
    }
    for (JsonNode volume : pod.spec().path("volumes")) {
      volume
          .fieldNames()
          .forEachRemaining(
              type ->
                  require(
                      type.equals("name") || VOLUMES.contains(type),
                      owner + "a volume of type " + type,
                      broken));
    }
    JsonNode whole = pod.spec().path("securityContext");
    for (JsonNode container : pod.containers()) {
      JsonNode own = container.path("securityContext");
      String name = owner + container.path("name").asText() + ": ";
      require(either(own, whole, "runAsNonRoot").asBoolean(), name + "runAsNonRoot", broken);
      require(either(own, whole, "runAsUser").asInt() > 0, name + "runAsUser", broken);
      String profile = either(own, whole, "seccompProfile").path("type").asText();
      require(profile.equals("RuntimeDefault"), name + "seccompProfile", broken);
      JsonNode escalation = own.path("allowPrivilegeEscalation");
      require(
          escalation.isBoolean() && !escalation.asBoolean(),
          name + "allowPrivilegeEscalation",
          broken);
      require(!own.path("privileged").asBoolean(), name + "privileged", broken);
      JsonNode capabilities = own.path("capabilities");
      require(
          capabilities.at("/drop/0").asText().equals("ALL") && capabilities.path("add").isEmpty(),
          name + "capabilities",
          broken);
    }
  }

  private static JsonNode either(JsonNode container, JsonNode pod, String field) {
    return container.has(field) ? container.path(field) : pod.path(field);
  }

  private static void require(boolean met, String what, List<String> broken) {
    if (!met) {
      broken.add(what + " does not meet the level restricted");
    }
  }
}
