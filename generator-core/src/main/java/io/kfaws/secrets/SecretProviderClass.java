package io.kfaws.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.KfawsException;
import io.kfaws.text.Document;
import io.kfaws.text.YamlText;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A SecretProviderClass of the AWS provider (secrets-store.csi.x-k8s.io/v1): which secrets and
 * parameters are mounted as which files, and which Kubernetes Secrets are made of them. What the
 * custom resource holds as one text, {@code parameters.objects}, is a list here.
 *
 * @param namespace its namespace, which is that of the pods that mount it
 * @param name its name
 * @param region where the objects are; absent: the provider asks the node's labels at each mount
 * @param failoverRegion where they are asked for when {@code region} does not answer
 * @param pathTranslation what takes the place of a slash in file names: one character, or {@code
 *     False} for none; absent: {@code _}
 * @param usePodIdentity whether EKS Pod Identity takes the place of the service account's role
 * @param preferredAddressType the address family of the Pod Identity agent: ipv4, ipv6 or auto
 * @param objects what is mounted
 * @param secretObjects what Secrets are made of it
 */
public record SecretProviderClass(
    String namespace,
    String name,
    Optional<String> region,
    Optional<String> failoverRegion,
    Optional<String> pathTranslation,
    Optional<Boolean> usePodIdentity,
    Optional<String> preferredAddressType,
    List<MountedObject> objects,
    List<SyncedSecret> secretObjects) {

  /** The version in which it is written; every driver from 1.0 on serves it. */
  public static final String API_VERSION = "secrets-store.csi.x-k8s.io/v1";

  /** Its kind. */
  public static final String KIND = "SecretProviderClass";

  /** Copies the lists. */
  public SecretProviderClass {
    objects = List.copyOf(objects);
    secretObjects = List.copyOf(secretObjects);
  }

  /**
   * The class that a manifest holds.
   *
   * @param manifest a SecretProviderClass for the AWS provider that met its schema
   * @throws KfawsException if {@code parameters.objects} is not one document of strict YAML
   */
  public static SecretProviderClass read(Document manifest) {
    return read(manifest, manifest.inside(ClassReader.OBJECTS));
  }

  /**
   * The class that a manifest holds.
   *
   * @param manifest a SecretProviderClass for the AWS provider
   * @param inside the documents in the text of its {@code parameters.objects}
   * @throws KfawsException if they are none or several
   */
  public static SecretProviderClass read(Document manifest, List<Document> inside) {
    return ClassReader.read(manifest.root(), ClassReader.single(manifest, inside).root());
  }

  /**
   * The class that an object of a build holds, which may be of anybody's making.
   *
   * @param manifest the object
   * @param objects its {@code parameters.objects}, parsed
   */
  public static SecretProviderClass of(JsonNode manifest, JsonNode objects) {
    return ClassReader.read(manifest, objects);
  }

  /** The files that the provider makes of it, by name; of two of one name, the first. */
  public SortedMap<String, MountedFile> files() {
    SortedMap<String, MountedFile> files = new TreeMap<>();
    MountedFile.all(this).forEach(file -> files.putIfAbsent(file.name(), file));
    return Collections.unmodifiableSortedMap(files);
  }

  /** Whether slashes in names become another character in the names of files. */
  boolean translatesPaths() {
    return !pathTranslation.orElse("_").equalsIgnoreCase("false");
  }

  /** The class as a manifest, its keys in the usual order. */
  public ObjectNode tree() {
    ObjectNode manifest = JsonNodeFactory.instance.objectNode();
    manifest.put("apiVersion", API_VERSION).put("kind", KIND);
    manifest.putObject("metadata").put("name", name).put("namespace", namespace);
    ObjectNode spec = manifest.putObject("spec").put("provider", "aws");
    ObjectNode parameters = spec.putObject("parameters");
    put(parameters, "region", region);
    put(parameters, "failoverRegion", failoverRegion);
    put(parameters, "pathTranslation", pathTranslation);
    put(parameters, "usePodIdentity", usePodIdentity.map(String::valueOf));
    put(parameters, "preferredAddressType", preferredAddressType);
    ArrayNode mounted = JsonNodeFactory.instance.arrayNode();
    objects.forEach(object -> mounted.add(object.tree()));
    parameters.put("objects", YamlText.of(mounted));
    if (!secretObjects.isEmpty()) {
      ArrayNode synced = spec.putArray("secretObjects");
      secretObjects.forEach(secret -> synced.add(secret.tree()));
    }
    return manifest;
  }

  /** Puts a value where there is one. */
  static void put(ObjectNode tree, String key, Optional<String> value) {
    value.ifPresent(text -> tree.put(key, text));
  }
}
