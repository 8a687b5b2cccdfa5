package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.kube.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The levels of the Pod Security Standards (Kubernetes 1.32), as far as a pod's text tells. */
final class PodLevel {
  private static final List<String> HOST = List.of("hostNetwork", "hostPID", "hostIPC");

  /** The volume types that the level restricted allows. */
  private static final Set<String> VOLUMES =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "image",
          "persistentVolumeClaim",
          "projected",
          "secret");

  /** The capabilities that the level baseline allows to be added. */
  private static final Set<String> CAPABILITIES =
      Set.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");

  private final Pod pod;
  private final List<String> broken = new ArrayList<>();

  private PodLevel(Pod pod) {
    this.pod = pod;
  }

  /** What of a pod does not meet a level, each as its place and field. */
  static List<String> violations(Pod pod, String level) {
    PodLevel validate = new PodLevel(pod);
    if (!level.equals("privileged")) {
      validate.baseline();
    }
    if (level.equals("restricted")) {
      validate.restricted();
    }
    return validate.broken;
  }

  private void baseline() {
    for (String field : HOST) {
      require(!pod.spec().path(field).asBoolean(), field);
    }
    for (JsonNode volume : pod.spec().path("volumes")) {
      require(!volume.has("hostPath"), "hostPath of volume " + volume.path("name").asText());
    }
    context(pod.spec().path("securityContext"), "");
    for (JsonNode container : pod.containers()) {
      JsonNode own = container.path("securityContext");
      String name = container.path("name").asText() + ": ";
      context(own, name);
      require(!own.path("privileged").asBoolean(), name + "privileged");
      require(own.path("procMount").asText("Default").equals("Default"), name + "procMount");
      for (JsonNode added : own.at("/capabilities/add")) {
        require(CAPABILITIES.contains(added.asText()), name + "added capability " + added.asText());
      }
      for (JsonNode port : container.path("ports")) {
        require(port.path("hostPort").asInt() == 0, name + "hostPort");
      }
    }
  }

  /** What pods and containers alike may set. */
  private void context(JsonNode context, String name) {
    require(
        !context.at("/seccompProfile/type").asText().equals("Unconfined"), name + "seccompProfile");
    require(
        !context.at("/appArmorProfile/type").asText().equals("Unconfined"),
        name + "appArmorProfile");
    require(
        !context.at("/windowsOptions/hostProcess").asBoolean(),
        name + "windowsOptions.hostProcess");
    JsonNode linux = context.path("seLinuxOptions");
    require(!linux.has("user") && !linux.has("role"), name + "seLinuxOptions");
    require(context.path("sysctls").isEmpty(), name + "sysctls");
  }

  private void restricted() {
    for (JsonNode volume : pod.spec().path("volumes")) {
      volume
          .fieldNames()
          .forEachRemaining(
              type ->
                  require(
                      type.equals("name") || VOLUMES.contains(type), "a volume of type " + type));
    }
    JsonNode whole = pod.spec().path("securityContext");
    for (JsonNode container : pod.containers()) {
      JsonNode own = container.path("securityContext");
      String name = container.path("name").asText() + ": ";
      require(either(own, whole, "runAsNonRoot").asBoolean(), name + "runAsNonRoot");
      require(
          !either(own, whole, "runAsUser").isNumber()
              || either(own, whole, "runAsUser").asInt() > 0,
          name + "runAsUser");
      String profile = either(own, whole, "seccompProfile").path("type").asText();
      require(Set.of("RuntimeDefault", "Localhost").contains(profile), name + "seccompProfile");
      require(
          !own.path("allowPrivilegeEscalation").asBoolean(true), name + "allowPrivilegeEscalation");
      boolean all = false;
      for (JsonNode dropped : own.at("/capabilities/drop")) {
        all |= dropped.asText().equals("ALL");
      }
      boolean bound = true;
      for (JsonNode added : own.at("/capabilities/add")) {
        bound &= added.asText().equals("NET_BIND_SERVICE");
      }
      require(all && bound, name + "capabilities");
    }
  }

  private static JsonNode either(JsonNode container, JsonNode pod, String field) {
    return container.has(field) ? container.path(field) : pod.path(field);
  }

  private void require(boolean met, String what) {
    if (!met && !broken.contains(what)) {
      broken.add(what);
    }
  }
}
