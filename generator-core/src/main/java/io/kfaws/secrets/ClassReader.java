package io.kfaws.secrets;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a class out of a manifest; what is missing in the manifest is absent or empty. */
final class ClassReader {
  /** The text that the custom resource holds the objects in. */
  static final JsonPointer OBJECTS = JsonPointer.compile("/spec/parameters/objects");

  /** What Go's strconv.ParseBool takes for true, with which the provider reads it. */
  private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");

  private ClassReader() {}

  /**
   * The one document inside the text.
   *
   * @throws KfawsException if there is none, or several
   */
  static Document single(Document manifest, List<Document> inside) {
    if (inside.size() != 1) {
      throw new KfawsException(
          Diagnostic.error(
              inside.isEmpty() ? "empty-objects" : "several-documents",
              inside.isEmpty() ? manifest.at(OBJECTS) : inside.get(1).at(JsonPointer.empty()),
              Document.path(OBJECTS),
              inside.isEmpty() ? "holds no list" : "a second YAML document starts here",
              "write one list: - objectName: …"));
    }
    return inside.get(0);
  }

  static SecretProviderClass read(JsonNode manifest, JsonNode objects) {
    JsonNode parameters = manifest.at("/spec/parameters");
    List<MountedObject> mounted = new ArrayList<>();
    objects.forEach(object -> mounted.add(object(object)));
    List<SyncedSecret> synced = new ArrayList<>();
    manifest.at("/spec/secretObjects").forEach(secret -> synced.add(secret(secret)));
    return new SecretProviderClass(
        manifest.at("/metadata/namespace").asText(),
        manifest.at("/metadata/name").asText(),
        text(parameters, "region"),
        text(parameters, "failoverRegion"),
        text(parameters, "pathTranslation"),
        text(parameters, "usePodIdentity").map(TRUE::contains),
        text(parameters, "preferredAddressType"),
        mounted,
        synced);
  }

  private static MountedObject object(JsonNode object) {
    List<JmesPath> parts = new ArrayList<>();
    for (JsonNode part : object.path("jmesPath")) {
      parts.add(
          new JmesPath(
              part.path("path").asText(),
              part.path("objectAlias").asText(),
              text(part, "filePermission")));
    }
    JsonNode failover = object.path("failoverObject");
    return new MountedObject(
        object.path("objectName").asText(),
        text(object, "objectType").flatMap(ObjectType::of),
        text(object, "objectAlias"),
        text(object, "objectVersion"),
        text(object, "objectVersionLabel"),
        text(object, "filePermission"),
        failover.isObject() ? Optional.of(failover(failover)) : Optional.empty(),
        parts);
  }

  private static FailoverObject failover(JsonNode failover) {
    return new FailoverObject(
        failover.path("objectName").asText(),
        text(failover, "objectVersion"),
        text(failover, "objectVersionLabel"));
  }

  private static SyncedSecret secret(JsonNode secret) {
    List<SyncedSecret.SyncedKey> keys = new ArrayList<>();
    for (JsonNode data : secret.path("data")) {
      keys.add(
          new SyncedSecret.SyncedKey(data.path("objectName").asText(), data.path("key").asText()));
    }
    return new SyncedSecret(
        secret.path("secretName").asText(),
        secret.path("type").asText(),
        texts(secret.path("labels")),
        texts(secret.path("annotations")),
        keys);
  }

  private static SortedMap<String, String> texts(JsonNode entries) {
    SortedMap<String, String> texts = new TreeMap<>();
    entries.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  /** The provider takes an empty text for an absent one. */
  private static Optional<String> text(JsonNode node, String key) {
    return Optional.of(node.path(key).asText()).filter(text -> !text.isEmpty());
  }
}
