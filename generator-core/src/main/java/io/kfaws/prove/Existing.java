package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.kube.ObjectReference;
import io.kfaws.kube.Reference;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What there is to refer to: the objects of a build, their keys, and the Secrets that will be
 * synced.
 */
final class Existing {
  private static final String[] DATA = {"data", "stringData", "binaryData"};

  private final Set<Reference> targets = new HashSet<>();

  Existing(Objects objects) {
    objects.byKey().forEach(this::add);
    SyncedSecrets.of(objects)
        .forEach(
            (made, secret) -> {
              targets.add(made);
              secret.keys().keySet().stream()
                  .map(key -> new Reference(made.kind(), made.namespace(), made.name(), key))
                  .forEach(targets::add);
            });
  }

  private void add(ObjectReference key, JsonNode object) {
    targets.add(key.named());
    for (String field : DATA) {
      for (Map.Entry<String, JsonNode> entry : object.path(field).properties()) {
        targets.add(new Reference(key.kind(), key.namespace(), key.name(), entry.getKey()));
      }
    }
  }

  boolean holds(Reference reference) {
    return targets.contains(reference);
  }
}
