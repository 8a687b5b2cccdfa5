package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.kube.ObjectReference;
import io.kfaws.kube.Pod;
import io.kfaws.kube.Reference;
import io.kfaws.secrets.MountedFile;
import io.kfaws.secrets.ObjectType;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.secrets.SyncedSecret;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Secrets that the CSI driver makes of SecretProviderClasses, and the External Secrets Operator
 * of ExternalSecrets. One of a class exists only while a pod mounts the class (Secrets Store CSI
 * driver, "Sync as Kubernetes Secret"), one of an ExternalSecret as long as its store is there.
 */
final class SyncedSecrets {
  /** The kind that the CSI driver makes Secrets of. */
  static final String CLASS = SecretProviderClass.KIND;

  /** The kind that the External Secrets Operator makes Secrets of. */
  static final String EXTERNAL = "ExternalSecret";

  /** Through what it reads them. */
  static final String STORE = "SecretStore";

  private static final String DRIVER = "secrets-store.csi.k8s.io";

  private SyncedSecrets() {}

  /**
   * A Secret that the driver or the operator makes.
   *
   * @param owner the class or ExternalSecret
   * @param keys its keys, and where each is from, for example {@code
   *     secretsmanager:kf-rds-secret#username}. A key that no mounted file feeds is left out, as
   *     the driver leaves it out, and so is one of a store that is not there
   */
  record Synced(ObjectReference owner, NavigableMap<String, String> keys) {}

  /** What a Secret of this name is known by. */
  static Reference secret(String namespace, String name) {
    return Reference.to("Secret", namespace, name);
  }

  /** The Secrets of those classes that a pod mounts, and of all ExternalSecrets. */
  static Map<Reference, Synced> of(Objects objects) {
    Set<Reference> mounted = mounted(objects);
    Map<Reference, Synced> secrets = new HashMap<>();
    objects
        .keys(CLASS)
        .filter(key -> mounted.contains(Reference.to(CLASS, key.namespace(), key.name())))
        .forEach(key -> read(objects.get(key)).ifPresent(it -> add(key, it, secrets)));
    objects
        .keys(EXTERNAL)
        .forEach(
            key -> {
              JsonNode spec = objects.get(key).path("spec");
              String name = spec.at("/target/name").asText(key.name());
              NavigableMap<String, String> keys = keys(objects, key.namespace(), spec);
              if (!keys.isEmpty()) {
                secrets.put(secret(key.namespace(), name), new Synced(key, keys));
              }
            });
    return secrets;
  }

  /** The classes that a pod mounts. */
  static Set<Reference> mounted(Objects objects) {
    Set<Reference> mounted = new HashSet<>();
    objects.pods().forEach(pod -> mounted(pod, mounted));
    return mounted;
  }

  private static void mounted(Pod pod, Set<Reference> mounted) {
    List<String> mounts =
        pod.containers().stream()
            .flatMap(container -> Pod.names(container.path("volumeMounts")).stream())
            .toList();
    for (JsonNode volume : pod.spec().path("volumes")) {
      JsonNode csi = volume.path("csi");
      if (csi.path("driver").asText().equals(DRIVER)
          && mounts.contains(volume.path("name").asText())) {
        String name = csi.at("/volumeAttributes/secretProviderClass").asText();
        mounted.add(Reference.to(CLASS, pod.owner().namespace(), name));
      }
    }
  }

  /** What a class says; nothing if its objects are no YAML, which {@link BrokenSecret} tells. */
  private static Optional<SecretProviderClass> read(JsonNode provider) {
    try {
      String text = provider.at("/spec/parameters/objects").asText();
      return Optional.of(SecretProviderClass.of(provider, Objects.parse(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void add(
      ObjectReference owner, SecretProviderClass provider, Map<Reference, Synced> secrets) {
    SortedMap<String, MountedFile> files = provider.files();
    for (SyncedSecret secret : provider.secretObjects()) {
      secrets.put(
          secret(owner.namespace(), secret.secretName()), new Synced(owner, keys(secret, files)));
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
      JsonNode own = data.at("/sourceRef/storeRef/name");
      String store = own.asText(spec.at("/secretStoreRef/name").asText());
      Optional<JsonNode> found = objects.find(STORE, namespace, store);
      if (found.isPresent()) {
        JsonNode service = found.get().at("/spec/provider/aws/service");
        JsonNode from = data.path("remoteRef");
        String property = from.path("property").asText();
        keys.put(
            data.path("secretKey").asText(),
            type(service.asText()).text()
                + ":"
                + from.path("key").asText()
                + (property.isEmpty() ? "" : "#" + property));
      }
    }
    return keys;
  }

  /** The operator's word for a service (external-secrets, {@code AWSServiceType}). */
  private static ObjectType type(String service) {
    return service.equals("ParameterStore") ? ObjectType.SSM_PARAMETER : ObjectType.SECRETS_MANAGER;
  }
}
