package io.kfaws.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Location;
import io.kfaws.secrets.MountedObject;
import io.kfaws.secrets.ObjectType;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.secrets.SyncedSecret;
import io.kfaws.text.Document;
import io.kfaws.text.Walk;
import java.util.List;
import java.util.Optional;

/**
 * What a SecretProviderClass says, as an entry of {@code secrets} says it.
 *
 * @param found the class
 * @param region the cluster's region, from which an entry reads unless it says otherwise
 * @param notes what is said of the import
 */
record ClassEntry(FoundClass found, String region, Notes notes) {
  private static final String PARAMETERS = "/spec/parameters/";

  /** What the provider does where nothing is said (AWS provider, {@code pathTranslation}). */
  private static final String TRANSLATION = "_";

  void write(Draft entry) {
    SecretProviderClass model = found.model();
    put(entry, "region", model.region().filter(other -> !other.equals(region)));
    put(entry, "failoverRegion", model.failoverRegion());
    put(
        entry,
        "pathTranslation",
        model.pathTranslation().filter(other -> !other.equals(TRANSLATION)));
    put(entry, "preferredAddressType", model.preferredAddressType());
    model.usePodIdentity().filter(uses -> uses).ifPresent(uses -> podIdentity());
    objects(entry, model);
    if (!model.secretObjects().isEmpty()) {
      ArrayNode synced = JsonNodeFactory.instance.arrayNode();
      model.secretObjects().forEach(secret -> synced.add(secret(secret, model.name())));
      entry.put("secretObjects", synced, found.object().at("/spec/secretObjects"));
      origins(
          entry,
          JsonPointer.compile("/secretObjects"),
          synced,
          found.object().document(),
          JsonPointer.compile("/spec/secretObjects"));
    }
  }

  private void put(Draft entry, String key, Optional<String> value) {
    value.ifPresent(text -> entry.put(key, text, found.object().at(PARAMETERS + key)));
  }

  private void podIdentity() {
    notes.left(
        found.object().at(PARAMETERS + "usePodIdentity"),
        "spec.parameters.usePodIdentity",
        "kfaws gives service accounts roles by IRSA, not by EKS Pod Identity",
        "the role needs the trust policy that kfaws writes");
  }

  private void objects(Draft entry, SecretProviderClass model) {
    ArrayNode objects = JsonNodeFactory.instance.arrayNode();
    Location at = found.object().at(PARAMETERS + "objects");
    entry.put("objects", objects, at);
    for (MountedObject mounted : model.objects()) {
      String service = isParameter(mounted) ? "parameterStore" : "secretsManager";
      JsonPointer from = JsonPointer.empty().appendIndex(objects.size());
      JsonPointer to = JsonPointer.compile("/objects").append(from);
      ObjectNode object = mounted.tree();
      object.remove(List.of("objectName", "objectType"));
      objects.add(object.put(service, mounted.objectName()));
      entry.origin(to, found.at(mounted));
      entry.origin(to.appendProperty(service), found.at(mounted));
      origins(entry, to, object, found.objects(), from);
    }
  }

  /** An ARN says its service itself. */
  static boolean isParameter(MountedObject mounted) {
    return mounted
        .objectType()
        .map(type -> type == ObjectType.SSM_PARAMETER)
        .orElseGet(() -> mounted.objectName().matches("arn:[a-z-]+:ssm:.*"));
  }

  /** Says of each node of a tree that is put where it was read. */
  private static void origins(
      Draft entry, JsonPointer to, JsonNode tree, Document document, JsonPointer from) {
    Walk.through(
        tree,
        (below, node) ->
            document
                .places()
                .of(from.append(below))
                .ifPresent(place -> entry.origin(to.append(below), place.value())));
  }

  /** What a configuration means without saying it is left out. */
  private static ObjectNode secret(SyncedSecret secret, String className) {
    ObjectNode tree = secret.tree();
    if (secret.secretName().equals(className)) {
      tree.remove("secretName");
    }
    if (secret.type().isEmpty() || secret.type().equals("Opaque")) {
      tree.remove("type");
    }
    return tree;
  }
}
