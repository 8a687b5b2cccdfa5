package io.kfaws.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What there is to refer to: the objects of a build, their keys, and what classes will sync. */
final class Existing {
  private final Set<Reference> targets = new HashSet<>();

  Existing(Objects objects) {
    objects.byKey().forEach(this::add);
    SyncedSecrets.of(objects)
        .forEach(
            (name, keys) -> {
              targets.add(new Reference("Secret", ObjectKey.NAMESPACE, name, ""));
              keys.keySet().stream()
                  .map(key -> new Reference("Secret", ObjectKey.NAMESPACE, name, key))
                  .forEach(targets::add);
            });
  }

  private void add(ObjectKey key, JsonNode object) {
    targets.add(new Reference(key.kind(), key.namespace(), key.name(), ""));
    for (String field : new String[] {"data", "stringData", "binaryData"}) {
      for (Map.Entry<String, JsonNode> entry : object.path(field).properties()) {
        targets.add(new Reference(key.kind(), key.namespace(), key.name(), entry.getKey()));
      }
    }
  }

  boolean holds(Reference reference) {
    return targets.contains(reference);
  }
}
