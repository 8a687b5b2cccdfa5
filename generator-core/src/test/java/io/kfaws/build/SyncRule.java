package io.kfaws.build;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.kube.Pod;
import java.util.ArrayList;
import java.util.List;

/**
 * A Secret exists only while a pod mounts its class: aws-secrets-sync mounts every class. What the
 * External Secrets Operator reads, it reads as the same account.
 */
record SyncRule() implements Rule {
  private static final String ACCOUNT = "kubeflow-secrets-manager-sa";

  @Override
  public List<String> broken(Case build) {
    JsonNode pod =
        build
            .built()
            .find("Deployment", "aws-secrets-sync")
            .orElse(Case.NOTHING)
            .at("/spec/template/spec");
    List<String> mounted = new ArrayList<>();
    List<String> mounts = Pod.names(pod.at("/containers/0/volumeMounts"));
    for (JsonNode volume : pod.path("volumes")) {
      boolean driver =
          volume.at("/csi/driver").asText().equals("secrets-store.csi.k8s.io")
              && volume.at("/csi/readOnly").asBoolean();
      if (driver && mounts.contains(volume.path("name").asText())) {
        mounted.add(volume.at("/csi/volumeAttributes/secretProviderClass").asText());
      }
    }
    List<String> broken = new ArrayList<>();
    build
        .built()
        .keys("SecretProviderClass")
        .filter(key -> !mounted.contains(key.name()))
        .forEach(key -> broken.add("aws-secrets-sync does not mount " + key));
    if (!mounted.isEmpty() && !pod.path("serviceAccountName").asText().equals(ACCOUNT)) {
      broken.add("aws-secrets-sync runs as another service account");
    }
    JsonPointer account = JsonPointer.compile("/spec/provider/aws/auth/jwt/serviceAccountRef/name");
    build
        .built()
        .keys("SecretStore")
        .filter(key -> !build.built().get(key).at(account).asText().equals(ACCOUNT))
        .forEach(key -> broken.add(key + " is read as another service account"));
    return broken;
  }
}
