package io.kfaws.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.installation.OwnSecrets;
import io.kfaws.installation.OwnSecrets.OwnSecret;
import io.kfaws.installation.SecretDelivery;
import io.kfaws.installation.SecretsReader;
import io.kfaws.kube.Provided;
import io.kfaws.secrets.ExternalSecrets;
import io.kfaws.secrets.JmesPath;
import io.kfaws.secrets.MountedObject;
import io.kfaws.secrets.ObjectType;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.secrets.SyncedSecret;
import io.kfaws.text.Document;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What the installation's own secrets ({@link OwnSecrets}) become. */
final class OwnSecretManifests {
  private OwnSecretManifests() {}

  /**
   * What templates see as {@code ownSecrets}: each secret of the configuration as its
   * SecretProviderClass, or as its SecretStore and ExternalSecret.
   */
  static ObjectNode of(Bindings configuration, SecretDelivery delivery) {
    String region = configuration.tree().at("/cluster/region").asText();
    ObjectNode trees = JsonNodeFactory.instance.objectNode();
    OwnSecrets.known()
        .secrets()
        .forEach(
            (name, own) -> {
              if (configuration.has(own.source())) {
                String objectName =
                    configuration.tree().at(Document.pointer(own.source())).asText();
                trees.putArray(name).addAll(manifests(provider(own, region, objectName), delivery));
              }
            });
    return trees;
  }

  private static SecretProviderClass provider(OwnSecret own, String region, String objectName) {
    List<JmesPath> files =
        own.keys().stream()
            .map(key -> new JmesPath(key.key(), key.file(), Optional.empty()))
            .toList();
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
            own.secret(),
            "Opaque",
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            own.keys().stream()
                .map(key -> new SyncedSecret.SyncedKey(key.file(), key.key()))
                .toList());
    return new SecretProviderClass(
        Provided.NAMESPACE,
        own.name(),
        Optional.of(region),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(mounted),
        List.of(synced));
  }

  private static List<ObjectNode> manifests(SecretProviderClass provider, SecretDelivery delivery) {
    return delivery instanceof SecretDelivery.ExternalSecrets external
        ? ExternalSecrets.of(
            provider, SecretsReader.ACCOUNT.name(), external.refreshInterval().toString())
        : List.of(provider.tree());
  }
}
