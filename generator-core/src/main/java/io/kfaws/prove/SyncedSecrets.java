package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.secrets.MountedFile;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.secrets.SyncedSecret;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Secrets that the CSI driver makes of SecretProviderClasses, and the External Secrets Operator
 * of ExternalSecrets. One of a class exists only while a pod mounts the class (Secrets Store CSI
 * driver, "Sync as Kubernetes Secret").
 */
final class SyncedSecrets {
  private static final String DRIVER = "secrets-store.csi.k8s.io";

  private SyncedSecrets() {}

  /**
   * A Secret that the driver or the operator makes.
   *
   * @param owner the class or ExternalSecret
   * @param keys its keys, and where each is from, for example {@code
   *     secretsmanager:kf-rds-secret#username}. A key that no mounted file feeds is left out, as
   *     the driver leaves it out
   */
  record Synced(ObjectKey owner, NavigableMap<String, String> keys) {}

  /** The Secrets by name, of those classes that a pod mounts, and of all ExternalSecrets. */
  static Map<String, Synced> of(Objects objects) {
    Set<String> mounted = new HashSet<>();
    Pod.all(objects).forEach(pod -> mounted(pod, mounted));
    Map<String, Synced> secrets = new HashMap<>();
    objects
        .keys("SecretProviderClass")
        .filter(key -> mounted.contains(key.namespace() + "/" + key.name()))
        .forEach(
            key -> {
              SecretProviderClass provider = read(objects.get(key));
              for (SyncedSecret secret : provider.secretObjects()) {
                secrets.put(secret.secretName(), new Synced(key, keys(secret, provider.files())));
              }
            });
    objects
        .keys("ExternalSecret")
        .forEach(
            key -> {
              JsonNode spec = objects.get(key).path("spec");
              String name = spec.at("/target/name").asText(key.name());
              secrets.put(name, new Synced(key, keys(objects, key.namespace(), spec)));
            });
    return secrets;
  }

  private static SecretProviderClass read(JsonNode provider) {
    String text = provider.at("/spec/parameters/objects").asText();
    return SecretProviderClass.of(provider, Objects.parse(text));
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

  private static NavigableMap<String, String> keys(
      SyncedSecret secret, SortedMap<String, MountedFile> files) {
    NavigableMap<String, String> keys = new TreeMap<>();
    for (SyncedSecret.SyncedKey data : secret.data()) {
      MountedFile file = files.get(data.objectName());
      if (file != null) {
        keys.put(data.key(), file.origin());
      }
    }
    return keys;
  }

  /** What the External Secrets Operator reads through the stores that the keys name. */
  private static NavigableMap<String, String> keys(
      Objects objects, String namespace, JsonNode spec) {
    NavigableMap<String, String> keys = new TreeMap<>();
    for (JsonNode data : spec.path("data")) {
      String own = data.at("/sourceRef/storeRef/name").asText();
      String store = own.isEmpty() ? spec.at("/secretStoreRef/name").asText() : own;
      String service =
          objects
              .find("SecretStore", namespace, store)
              .map(found -> found.at("/spec/provider/aws/service").asText())
              .orElse("");
      JsonNode from = data.path("remoteRef");
      String property = from.path("property").asText();
      keys.put(
          data.path("secretKey").asText(),
          (service.equals("ParameterStore") ? "ssmparameter:" : "secretsmanager:")
              + from.path("key").asText()
              + (property.isEmpty() ? "" : "#" + property));
    }
    return keys;
  }
}
