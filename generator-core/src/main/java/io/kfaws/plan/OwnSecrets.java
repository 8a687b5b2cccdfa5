package io.kfaws.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.installation.SecretDelivery;
import io.kfaws.installation.SecretsReader;
import io.kfaws.kube.Provided;
import io.kfaws.secrets.ExternalSecrets;
import io.kfaws.secrets.JmesPath;
import io.kfaws.secrets.MountedObject;
import io.kfaws.secrets.ObjectType;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.secrets.SyncedSecret;
import io.kfaws.text.Data;
import io.kfaws.text.Document;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The installation's own secrets, as data ({@code overlays/secrets.yaml}), and what they become.
 *
 * @param secrets each by the name under which templates see it
 */
record OwnSecrets(SortedMap<String, OwnSecret> secrets) {
  private static final OwnSecrets KNOWN = Data.read("overlays/secrets.yaml", OwnSecrets.class);

  /** Copies the map. */
  OwnSecrets {
    secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
  }

  /**
   * One secret.
   *
   * @param source the path of the configuration that names it in Secrets Manager
   * @param name what the SecretProviderClass is called, and the SecretStore begins with
   * @param secret what the Kubernetes Secret and the ExternalSecret are called
   * @param keys its keys
   */
  record OwnSecret(String source, String name, String secret, List<Key> keys) {
    /** Copies the list. */
    OwnSecret {
      keys = List.copyOf(keys);
    }

    private SecretProviderClass in(String region, String objectName) {
      List<JmesPath> files =
          keys.stream().map(key -> new JmesPath(key.key, key.file, Optional.empty())).toList();
      MountedObject mounted =
          new MountedObject(
              objectName,
              Optional.of(ObjectType.SECRETS_MANAGER),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              files);
      SyncedSecret synced =
          new SyncedSecret(
              secret,
              "Opaque",
              Collections.emptySortedMap(),
              Collections.emptySortedMap(),
              keys.stream().map(key -> new SyncedSecret.SyncedKey(key.file, key.key)).toList());
      return new SecretProviderClass(
          Provided.NAMESPACE,
          name,
          Optional.of(region),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(mounted),
          List.of(synced));
    }
  }

  /**
   * A key of the JSON in Secrets Manager and of the Secret.
   *
   * @param key its name in both
   * @param file the mounted file between the two
   */
  record Key(String key, String file) {}

  /**
   * What templates see as {@code ownSecrets}: each secret of the configuration as its
   * SecretProviderClass, or as its SecretStore and ExternalSecret.
   */
  static ObjectNode of(Bindings configuration, SecretDelivery delivery) {
    String region = configuration.tree().at("/cluster/region").asText();
    ObjectNode trees = JsonNodeFactory.instance.objectNode();
    KNOWN.secrets.forEach(
        (name, own) -> {
          if (configuration.has(own.source)) {
            String objectName = configuration.tree().at(Document.pointer(own.source)).asText();
            trees.putArray(name).addAll(manifests(own.in(region, objectName), delivery));
          }
        });
    return trees;
  }

  private static List<ObjectNode> manifests(SecretProviderClass provider, SecretDelivery delivery) {
    return delivery instanceof SecretDelivery.ExternalSecrets external
        ? ExternalSecrets.of(
            provider, SecretsReader.ACCOUNT.name(), external.refreshInterval().toString())
        : List.of(provider.tree());
  }
}
