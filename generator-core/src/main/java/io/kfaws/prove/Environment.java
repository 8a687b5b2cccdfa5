package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kfaws.kube.Provided;
import io.kfaws.kube.Reference;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a container's variables are at run time, through ConfigMaps, Secrets and classes.
 *
 * <p>A value out of AWS Secrets Manager is told as {@code secretsmanager:<secret>#<key>}, and one
 * of a Secret that the base brings as {@code Secret <name>#<key>}: no report repeats a credential.
 */
public final class Environment {
  private final Objects objects;
  private final Map<Reference, SyncedSecrets.Synced> synced;

  /** The variables of containers of this build. */
  public Environment(Objects objects) {
    this.objects = objects;
    this.synced = SyncedSecrets.of(objects);
  }

  /** Every variable that can be known from the build; a broken reference makes none. */
  public NavigableMap<String, String> of(JsonNode container) {
    NavigableMap<String, String> variables = new TreeMap<>();
    for (JsonNode from : container.path("envFrom")) {
      data("ConfigMap", from.at("/configMapRef/name").asText(), "data")
          .properties()
          .forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
    }
    for (JsonNode entry : container.path("env")) {
      value(entry).ifPresent(value -> variables.put(entry.path("name").asText(), value));
    }
    return variables;
  }

  private Optional<String> value(JsonNode entry) {
    JsonNode from = entry.path("valueFrom");
    if (from.has("configMapKeyRef")) {
      JsonNode ref = from.path("configMapKeyRef");
      return text(data("ConfigMap", ref.path("name").asText(), "data"), ref);
    }
    if (from.has("secretKeyRef")) {
      return secret(from.path("secretKeyRef"));
    }
    return from.isMissingNode() ? Optional.of(entry.path("value").asText("")) : Optional.empty();
  }

  private Optional<String> secret(JsonNode ref) {
    String name = ref.path("name").asText();
    String key = ref.path("key").asText();
    Optional<String> own =
        text(data("Secret", name, "stringData"), ref)
            .or(() -> text(data("Secret", name, "data"), ref))
            .map(value -> value.isEmpty() ? "" : "Secret " + name + "#" + key);
    return own.or(
        () ->
            Optional.ofNullable(synced.get(SyncedSecrets.secret(Provided.NAMESPACE, name)))
                .map(SyncedSecrets.Synced::keys)
                .flatMap(keys -> Optional.ofNullable(keys.get(key))));
  }

  private JsonNode data(String kind, String name, String field) {
    return objects
        .find(kind, name)
        .map(object -> object.path(field))
        .orElse(MissingNode.getInstance());
  }

  private static Optional<String> text(JsonNode data, JsonNode ref) {
    return Optional.ofNullable(data.get(ref.path("key").asText())).map(JsonNode::asText);
  }

  /** The variables that the container names itself, whatever their values. */
  static Map<String, JsonNode> entries(JsonNode container) {
    Map<String, JsonNode> entries = new TreeMap<>();
    container.path("env").forEach(entry -> entries.put(entry.path("name").asText(), entry));
    return entries;
  }
}
