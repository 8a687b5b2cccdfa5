package io.kfaws.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.secrets.FailoverObject;
import io.kfaws.secrets.JmesPath;
import io.kfaws.secrets.MountedObject;
import io.kfaws.secrets.ObjectType;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.secrets.SyncedSecret;
import io.kfaws.text.Location;
import java.util.Map;
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
      objects.add(object(mounted));
      JsonPointer here = JsonPointer.compile("/objects").appendIndex(objects.size() - 1);
      entry.origin(here, found.at(mounted));
    }
  }

  private static ObjectNode object(MountedObject mounted) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    boolean isParameter =
        mounted.objectType().filter(type -> type == ObjectType.SSM_PARAMETER).isPresent();
    object.put(isParameter ? "parameterStore" : "secretsManager", mounted.objectName());
    put(object, "objectAlias", mounted.objectAlias());
    put(object, "objectVersion", mounted.objectVersion());
    put(object, "objectVersionLabel", mounted.objectVersionLabel());
    put(object, "filePermission", mounted.filePermission());
    mounted
        .failoverObject()
        .ifPresent(other -> failover(object.putObject("failoverObject"), other));
    if (!mounted.jmesPath().isEmpty()) {
      ArrayNode parts = object.putArray("jmesPath");
      for (JmesPath part : mounted.jmesPath()) {
        ObjectNode one = parts.addObject();
        one.put("path", part.path()).put("objectAlias", part.objectAlias());
        put(one, "filePermission", part.filePermission());
      }
    }
    return object;
  }

  private static void failover(ObjectNode tree, FailoverObject other) {
    tree.put("objectName", other.objectName());
    put(tree, "objectVersion", other.objectVersion());
    put(tree, "objectVersionLabel", other.objectVersionLabel());
  }

  private static ObjectNode secret(SyncedSecret secret, String className) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    put(
        tree,
        "secretName",
        Optional.of(secret.secretName()).filter(name -> !name.equals(className)));
    put(
        tree,
        "type",
        Optional.of(secret.type()).filter(type -> !type.isEmpty() && !type.equals("Opaque")));
    put(tree, "labels", secret.labels());
    put(tree, "annotations", secret.annotations());
    ArrayNode data = tree.putArray("data");
    secret
        .data()
        .forEach(one -> data.addObject().put("objectName", one.objectName()).put("key", one.key()));
    return tree;
  }

  private static void put(ObjectNode tree, String key, Map<String, String> values) {
    if (!values.isEmpty()) {
      ObjectNode entries = tree.putObject(key);
      values.forEach(entries::put);
    }
  }

  private static void put(ObjectNode tree, String key, Optional<String> value) {
    value.ifPresent(text -> tree.put(key, text));
  }
}
