package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a pod needs to start, and whom a binding empowers; optional references are left out. */
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
