package io.kfaws.kube;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What an object names: what its pods need to start, whom a binding empowers, and through what an
 * ExternalSecret is read. Optional references are left out.
 */
public final class References {
  /** The kind through which the External Secrets Operator reads. */
  private static final String STORE = "SecretStore";

  private final KubernetesObject object;
  private final List<Named> found = new ArrayList<>();

  private References(KubernetesObject object) {
    this.object = object;
  }

  /**
   * A reference and where it is.
   *
   * @param at where the name of the other object is
   * @param keyAt where the key is that is read of it; the same place, if none is
   * @param to what is named
   */
  public record Named(JsonPointer at, JsonPointer keyAt, Reference to) {}

  /** All references of an object, in order. */
  public static List<Named> of(KubernetesObject object) {
    References references = new References(object);
    object.pod().ifPresent(pod -> references.pod(pod.at().appendProperty("spec")));
    switch (object.kind()) {
      case "RoleBinding", "ClusterRoleBinding" -> references.binding();
      case "ExternalSecret", STORE -> references.external();
      default -> {}
    }
    return references.found;
  }

  private void pod(JsonPointer spec) {
    each(below(spec, "initContainers"), this::container);
    each(below(spec, "containers"), this::container);
    each(below(spec, "volumes"), this::volume);
    add("ServiceAccount", spec, "serviceAccountName");
  }

  private void container(JsonPointer at) {
    each(
        below(at, "env"),
        variable -> {
          keyed("ConfigMap", below(variable, "valueFrom", "configMapKeyRef"));
          keyed("Secret", below(variable, "valueFrom", "secretKeyRef"));
        });
    each(
        below(at, "envFrom"),
        from -> {
          add("ConfigMap", below(from, "configMapRef"), "name");
          add("Secret", below(from, "secretRef"), "name");
        });
  }

  private void volume(JsonPointer at) {
    source(at, "secretName");
    each(below(at, "projected", "sources"), part -> source(part, "name"));
    add("PersistentVolumeClaim", below(at, "persistentVolumeClaim"), "claimName");
    add("SecretProviderClass", below(at, "csi", "volumeAttributes"), "secretProviderClass");
  }

  private void source(JsonPointer at, String secretName) {
    add("Secret", below(at, "secret"), secretName);
    JsonPointer map = below(at, "configMap");
    add("ConfigMap", map, "name");
    each(
        below(map, "items"),
        item -> add("ConfigMap", map, "name", Optional.of(below(item, "key"))));
  }

  private void binding() {
    each(
        below(JsonPointer.empty(), "subjects"),
        at -> {
          JsonNode subject = object.root().at(at);
          if (subject.path("kind").asText().equals("ServiceAccount")) {
            JsonPointer name = below(at, "name");
            String namespace = subject.path("namespace").asText();
            String account = subject.path("name").asText();
            found.add(new Named(name, name, Reference.to("ServiceAccount", namespace, account)));
          }
        });
  }

  /** The stores of an ExternalSecret, or the service account of a SecretStore. */
  private void external() {
    JsonPointer spec = below(JsonPointer.empty(), "spec");
    store(below(spec, "secretStoreRef"));
    each(below(spec, "data"), data -> store(below(data, "sourceRef", "storeRef")));
    add(
        "ServiceAccount",
        below(spec, "provider", "aws", "auth", "jwt", "serviceAccountRef"),
        "name");
  }

  /** A ClusterSecretStore is whoever runs the operator's. */
  private void store(JsonPointer at) {
    if (object.root().at(at).path("kind").asText(STORE).equals(STORE)) {
      add(STORE, at, "name");
    }
  }

  private void keyed(String kind, JsonPointer at) {
    add(kind, at, "name", Optional.of(below(at, "key")));
  }

  private void add(String kind, JsonPointer holder, String field) {
    add(kind, holder, field, Optional.empty());
  }

  private void add(String kind, JsonPointer at, String field, Optional<JsonPointer> keyAt) {
    JsonNode holder = object.root().at(at);
    if (holder.has(field) && !holder.path("optional").asBoolean()) {
      JsonPointer nameAt = below(at, field);
      String key = keyAt.map(object.root()::at).map(JsonNode::asText).orElse("");
      String name = holder.path(field).asText();
      found.add(
          new Named(
              nameAt, keyAt.orElse(nameAt), new Reference(kind, object.namespace(), name, key)));
    }
  }

  private void each(JsonPointer list, Consumer<JsonPointer> visit) {
    JsonNode items = object.root().at(list);
    for (int i = 0; i < items.size(); i++) {
      visit.accept(list.appendIndex(i));
    }
  }

  private static JsonPointer below(JsonPointer at, String... names) {
    JsonPointer below = at;
    for (String name : names) {
      below = below.appendProperty(name);
    }
    return below;
  }
}
