package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a pod needs to start, whom a binding empowers, and through what an ExternalSecret is read;
 * optional references are left out.
 */
final class References {
  private final String namespace;
  private final List<Reference> found = new ArrayList<>();

  private References(String namespace) {
    this.namespace = namespace;
  }

  static List<Reference> of(Pod pod) {
    References references = new References(pod.owner().namespace());
    pod.containers().forEach(references::container);
    pod.spec().path("volumes").forEach(references::volume);
    references.add("ServiceAccount", pod.spec(), "serviceAccountName", "");
    return references.found;
  }

  static List<Reference> ofBinding(JsonNode binding) {
    return StreamSupport.stream(binding.path("subjects").spliterator(), false)
        .filter(subject -> subject.path("kind").asText().equals("ServiceAccount"))
        .map(
            subject ->
                new Reference(
                    "ServiceAccount",
                    subject.path("namespace").asText(),
                    subject.path("name").asText(),
                    ""))
        .toList();
  }

  /** The stores of an ExternalSecret, or the service account of a SecretStore. */
  static List<Reference> ofExternal(ObjectKey key, JsonNode object) {
    References references = new References(key.namespace());
    JsonNode spec = object.path("spec");
    references.store(spec.path("secretStoreRef"));
    spec.path("data").forEach(data -> references.store(data.at("/sourceRef/storeRef")));
    references.add(
        "ServiceAccount", spec.at("/provider/aws/auth/jwt/serviceAccountRef"), "name", "");
    return references.found;
  }

  /** A ClusterSecretStore is whoever runs the operator's. */
  private void store(JsonNode reference) {
    if (reference.path("kind").asText(SyncedSecrets.STORE).equals(SyncedSecrets.STORE)) {
      add(SyncedSecrets.STORE, reference, "name", "");
    }
  }

  private void container(JsonNode container) {
    for (JsonNode variable : container.path("env")) {
      JsonNode from = variable.path("valueFrom");
      JsonNode map = from.path("configMapKeyRef");
      add("ConfigMap", map, "name", map.path("key").asText());
      JsonNode secret = from.path("secretKeyRef");
      add("Secret", secret, "name", secret.path("key").asText());
    }
    for (JsonNode from : container.path("envFrom")) {
      add("ConfigMap", from.path("configMapRef"), "name", "");
      add("Secret", from.path("secretRef"), "name", "");
    }
  }

  private void volume(JsonNode volume) {
    source(volume, "secretName");
    volume.at("/projected/sources").forEach(part -> source(part, "name"));
    add("PersistentVolumeClaim", volume.path("persistentVolumeClaim"), "claimName", "");
    add("SecretProviderClass", volume.at("/csi/volumeAttributes"), "secretProviderClass", "");
  }

  private void source(JsonNode volume, String secretName) {
    add("Secret", volume.path("secret"), secretName, "");
    JsonNode map = volume.path("configMap");
    add("ConfigMap", map, "name", "");
    map.path("items").forEach(item -> add("ConfigMap", map, "name", item.path("key").asText()));
  }

  private void add(String kind, JsonNode holder, String field, String key) {
    if (holder.has(field) && !holder.path("optional").asBoolean()) {
      found.add(new Reference(kind, namespace, holder.path(field).asText(), key));
    }
  }
}
