package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The Secrets that the CSI driver makes of SecretProviderClasses. One exists only while a pod
 * mounts its class (Secrets Store CSI driver, "Sync as Kubernetes Secret").
 */
final class SyncedSecrets {
  private static final String DRIVER = "secrets-store.csi.k8s.io";

  private SyncedSecrets() {}

  /**
   * A Secret that the driver makes.
   *
   * @param owner the class
   * @param keys its keys, and where each is from, for example {@code
   *     secretsmanager:kf-rds-secret#username}. A key that no mounted file feeds is left out, as
   *     the driver leaves it out
   */
  record Synced(ObjectKey owner, NavigableMap<String, String> keys) {}

  /** The Secrets by name, of those classes that a pod mounts. */
  static Map<String, Synced> of(Objects objects) {
    Set<String> mounted = new HashSet<>();
    Pod.all(objects).forEach(pod -> mounted(pod, mounted));
    Map<String, Synced> secrets = new HashMap<>();
    objects
        .keys("SecretProviderClass")
        .filter(key -> mounted.contains(key.namespace() + "/" + key.name()))
        .forEach(
            key -> {
              Map<String, String> files = files(objects.get(key));
              for (JsonNode secret : objects.get(key).at("/spec/secretObjects")) {
                secrets.put(
                    secret.path("secretName").asText(), new Synced(key, keys(secret, files)));
              }
            });
    return secrets;
  }

  private static void mounted(Pod pod, Set<String> mounted) {
    List<String> mounts =
        pod.containers().stream()
            .flatMap(container -> Pod.names(container.path("volumeMounts")).stream())
            .toList();
    for (JsonNode volume : pod.spec().path("volumes")) {
      JsonNode csi = volume.path("csi");
      if (csi.path("driver").asText().equals(DRIVER)
          && mounts.contains(volume.path("name").asText())) {
        String name = csi.at("/volumeAttributes/secretProviderClass").asText();
        mounted.add(pod.owner().namespace() + "/" + name);
      }
    }
  }

  private static NavigableMap<String, String> keys(JsonNode secret, Map<String, String> files) {
    NavigableMap<String, String> keys = new TreeMap<>();
    for (JsonNode data : secret.path("data")) {
      String origin = files.get(data.path("objectName").asText());
      if (origin != null) {
        keys.put(data.path("key").asText(), origin);
      }
    }
    return keys;
  }

  /** The files that the class mounts, by name: the aliases of its objects. */
  private static Map<String, String> files(JsonNode provider) {
    Map<String, String> files = new HashMap<>();
    for (JsonNode object : Objects.parse(provider.at("/spec/parameters/objects").asText())) {
      String origin = object.path("objectType").asText() + ":" + object.path("objectName").asText();
      for (JsonNode part : object.path("jmesPath")) {
        files.put(part.path("objectAlias").asText(), origin + "#" + part.path("path").asText());
      }
    }
    return files;
  }
}
