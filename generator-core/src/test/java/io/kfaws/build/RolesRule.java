package io.kfaws.build;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.kube.Pod;
import java.util.ArrayList;
import java.util.List;

/**
 * Exactly the descriptor's service accounts have a role, and the right one; what reads secrets is
 * the account that may.
 */
final class RolesRule {
  private static final String ROLE = "eks.amazonaws.com/role-arn";
  private static final String READER = "kubeflow-secrets-manager-sa";
  private static final JsonPointer STORE_ACCOUNT =
      JsonPointer.compile("/spec/provider/aws/auth/jwt/serviceAccountRef/name");

  private RolesRule() {}

  static List<String> broken(Case build) {
    List<String> broken = new ArrayList<>();
    roles(build, broken);
    build.built().pods().forEach(pod -> reader(pod, broken));
    build
        .built()
        .keys("SecretStore")
        .filter(key -> !build.built().get(key).at(STORE_ACCOUNT).asText().equals(READER))
        .forEach(key -> broken.add(key + " is read as another service account"));
    return broken;
  }

  private static void roles(Case build, List<String> broken) {
    ObjectNode found = JsonNodeFactory.instance.objectNode();
    build
        .built()
        .keys("ServiceAccount")
        .filter(key -> build.built().get(key).at("/metadata/annotations").has(ROLE))
        .forEach(
            key ->
                found.set(
                    key.toString().substring("ServiceAccount ".length()),
                    build.built().get(key).at("/metadata/annotations").path(ROLE)));
    JsonNode expected =
        build.expected().has("roles")
            ? build.expected().path("roles")
            : JsonNodeFactory.instance.objectNode();
    if (!found.equals(expected)) {
      broken.add("roles are " + found + " instead of " + expected);
    }
    if (build.cell().parts().contains("s3.access.irsa")) {
      build
          .descriptor()
          .facts()
          .at("/irsa/serviceAccounts")
          .forEach(
              account -> {
                if (!found.has(account.asText())) {
                  broken.add("the descriptor's " + account + " has no role");
                }
              });
    }
  }

  /** Who mounts a class reads it, which the driver allows read-only alone. */
  private static void reader(Pod pod, List<String> broken) {
    for (JsonNode volume : pod.spec().path("volumes")) {
      if (volume.at("/csi/driver").asText().equals("secrets-store.csi.k8s.io")) {
        if (!volume.at("/csi/readOnly").asBoolean()) {
          broken.add(pod.owner() + " mounts a class to write to it");
        }
        if (!pod.spec().path("serviceAccountName").asText().equals(READER)) {
          broken.add(pod.owner() + " reads secrets as another service account");
        }
      }
    }
  }
}
