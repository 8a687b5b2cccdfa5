package io.kfaws.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The Secrets that the CSI driver makes of SecretProviderClasses. */
final class SyncedSecrets {
  private SyncedSecrets() {}

  /**
   * By Secret name: its keys, and where each is from, for example {@code
   * secretsmanager:kf-rds-secret#username}. A key that no mounted file feeds is left out, as the
   * driver leaves it out.
   */
  static Map<String, NavigableMap<String, String>> of(Objects objects) {
    Map<String, NavigableMap<String, String>> secrets = new HashMap<>();
    objects
        .keys("SecretProviderClass")
        .map(objects::get)
        .forEach(
            provider -> {
              Map<String, String> files = files(provider);
              for (JsonNode secret : provider.at("/spec/secretObjects")) {
                secrets.put(secret.path("secretName").asText(), keys(secret, files));
              }
            });
    return secrets;
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
