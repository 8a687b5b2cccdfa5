package io.kfaws.secrets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A class as resources of the External Secrets Operator (external-secrets.io/v1), for clusters
 * without the CSI driver: a SecretStore for each service that its Secrets are made of, and an
 * ExternalSecret for each Secret. The Secrets have the same names, types, labels, annotations and
 * keys; there are no files.
 *
 * <p>Source: external-secrets/external-secrets, {@code apis/externalsecrets/v1} and {@code
 * providers/v1/aws}. The operator reads a parameter with ssm:GetParameter, where the CSI provider
 * needs ssm:GetParameters.
 */
public final class ExternalSecrets {
  /** The version in which both kinds are written; the operator serves it from 0.16 on. */
  public static final String API_VERSION = "external-secrets.io/v1";

  private ExternalSecrets() {}

  /** What of a class cannot be carried over; beside {@link ProviderRules}, which hold here, too. */
  public static List<Violation> validate(SecretProviderClass provider) {
    return ExternalRule.check(provider);
  }

  /**
   * The manifests of a class, stores first.
   *
   * @param serviceAccount whose role reads the secrets; it is in the class's namespace
   * @param refreshInterval how often they are read anew, a duration of Go's such as {@code 1h}
   * @throws IllegalArgumentException if the class breaks a rule of {@link #validate}, or one of its
   *     Secrets reads a file that is not there
   */
  public static List<ObjectNode> of(
      SecretProviderClass provider, String serviceAccount, String refreshInterval) {
    List<Violation> violations = validate(provider);
    if (!violations.isEmpty()) {
      throw new IllegalArgumentException(provider.name() + ": " + violations.get(0).message());
    }
    SortedMap<String, MountedFile> files = provider.files();
    List<ObjectNode> secrets = new ArrayList<>();
    provider
        .secretObjects()
        .forEach(secret -> secrets.add(secret(provider, secret, files, refreshInterval)));
    List<ObjectNode> manifests = new ArrayList<>(stores(provider, files, serviceAccount));
    manifests.addAll(secrets);
    return List.copyOf(manifests);
  }

  private static List<ObjectNode> stores(
      SecretProviderClass provider, SortedMap<String, MountedFile> files, String serviceAccount) {
    return Arrays.stream(ObjectType.values())
        .filter(
            type ->
                provider.secretObjects().stream()
                    .flatMap(secret -> secret.data().stream())
                    .map(key -> type(file(files, key)))
                    .anyMatch(type::equals))
        .map(type -> store(provider, type, serviceAccount))
        .toList();
  }

  private static ObjectNode store(
      SecretProviderClass provider, ObjectType type, String serviceAccount) {
    ObjectNode store = manifest("SecretStore", provider.namespace(), storeName(provider, type));
    ObjectNode aws = store.putObject("spec").putObject("provider").putObject("aws");
    aws.put("service", type == ObjectType.SECRETS_MANAGER ? "SecretsManager" : "ParameterStore");
    aws.put("region", provider.region().orElse(""));
    aws.putObject("auth")
        .putObject("jwt")
        .putObject("serviceAccountRef")
        .put("name", serviceAccount);
    return store;
  }

  private static ObjectNode secret(
      SecretProviderClass provider,
      SyncedSecret secret,
      SortedMap<String, MountedFile> files,
      String refreshInterval) {
    ObjectNode manifest = manifest("ExternalSecret", provider.namespace(), secret.secretName());
    ObjectNode spec = manifest.putObject("spec").put("refreshInterval", refreshInterval);
    List<ObjectType> types =
        secret.data().stream().map(key -> type(file(files, key))).distinct().toList();
    spec.set("secretStoreRef", storeRef(provider, types.get(0)));
    ObjectNode target = spec.putObject("target").put("name", secret.secretName());
    target.put("creationPolicy", "Owner");
    ObjectNode template = target.putObject("template").put("type", secret.type());
    if (!secret.labels().isEmpty() || !secret.annotations().isEmpty()) {
      ObjectNode metadata = template.putObject("metadata");
      put(metadata, "labels", secret.labels());
      put(metadata, "annotations", secret.annotations());
    }
    ArrayNode data = spec.putArray("data");
    for (SyncedSecret.SyncedKey key : secret.data()) {
      MountedFile file = file(files, key);
      ObjectNode entry = data.addObject().put("secretKey", key.key());
      entry.set("remoteRef", remoteRef(file));
      if (type(file) != types.get(0)) {
        entry.putObject("sourceRef").set("storeRef", storeRef(provider, type(file)));
      }
    }
    return manifest;
  }

  private static ObjectNode remoteRef(MountedFile file) {
    ObjectNode reference = JsonNodeFactory.instance.objectNode();
    reference.put("key", file.object().objectName());
    file.part()
        .flatMap(part -> Property.of(part.path()))
        .ifPresent(p -> reference.put("property", p));
    version(file.object()).ifPresent(version -> reference.put("version", version));
    return reference;
  }

  /** To the operator a version of Secrets Manager is a label, unless it begins with uuid/. */
  private static Optional<String> version(MountedObject object) {
    boolean secret = type(object) == ObjectType.SECRETS_MANAGER;
    return object
        .objectVersion()
        .map(version -> secret ? "uuid/" + version : version)
        .or(object::objectVersionLabel);
  }

  private static MountedFile file(
      SortedMap<String, MountedFile> files, SyncedSecret.SyncedKey key) {
    return Optional.ofNullable(files.get(key.objectName()))
        .orElseThrow(() -> new IllegalArgumentException("no file " + key.objectName()));
  }

  private static ObjectType type(MountedFile file) {
    return type(file.object());
  }

  private static ObjectType type(MountedObject object) {
    return ObjectRule.type(object).orElse(ObjectType.SECRETS_MANAGER);
  }

  private static ObjectNode storeRef(SecretProviderClass provider, ObjectType type) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", storeName(provider, type))
        .put("kind", "SecretStore");
  }

  private static String storeName(SecretProviderClass provider, ObjectType type) {
    return provider.name() + "-" + type.text();
  }

  private static ObjectNode manifest(String kind, String namespace, String name) {
    ObjectNode manifest = JsonNodeFactory.instance.objectNode();
    manifest.put("apiVersion", API_VERSION).put("kind", kind);
    manifest.putObject("metadata").put("name", name).put("namespace", namespace);
    return manifest;
  }

  private static void put(ObjectNode tree, String key, Map<String, String> values) {
    if (!values.isEmpty()) {
      ObjectNode entries = tree.putObject(key);
      values.forEach(entries::put);
    }
  }
}
