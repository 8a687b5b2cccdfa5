package io.kfaws.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What a container's variables are at run time, through ConfigMaps, Secrets and classes. */
record Environment(Objects objects) {

  /** Every variable that can be known from the build; a broken reference makes none. */
  NavigableMap<String, String> of(JsonNode container) {
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
    Optional<String> plain = text(data("Secret", name, "stringData"), ref);
    Optional<String> encoded = text(data("Secret", name, "data"), ref).map(Environment::decoded);
    Optional<String> synced =
        Optional.ofNullable(SyncedSecrets.of(objects).get(name))
            .flatMap(keys -> Optional.ofNullable(keys.get(ref.path("key").asText())));
    return plain.or(() -> encoded).or(() -> synced);
  }

  private JsonNode data(String kind, String name, String field) {
    return objects.find(kind, name).map(object -> object.path(field)).orElse(Case.NOTHING);
  }

  private static Optional<String> text(JsonNode data, JsonNode ref) {
    return Optional.ofNullable(data.get(ref.path("key").asText())).map(JsonNode::asText);
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
