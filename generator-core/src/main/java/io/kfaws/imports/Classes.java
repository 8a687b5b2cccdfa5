package io.kfaws.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.MissingInput;
import io.kfaws.kube.Manifest;
import io.kfaws.schema.Schemas;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.text.Document;
import io.kfaws.text.Formatted;
import io.kfaws.text.GoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the SecretProviderClasses among what was found, as the AWS provider reads them. A class
 * that it would refuse stays behind, and keeps nothing else from being imported.
 */
final class Classes {
  private static final String OBJECTS = "/spec/parameters/objects";
  private static final String SCHEMA = "aws/secret-provider-objects.schema.json";

  /**
   * What the provider reads of a class, by these very letters (server.go, getRegion and others).
   */
  private static final Set<String> PARAMETERS =
      Set.of(
          "objects",
          "region",
          "failoverRegion",
          "pathTranslation",
          "usePodIdentity",
          "preferredAddressType");

  /** The fields of an object, of its failover object and of its parts (secret_descriptor.go). */
  private static final Set<String> FIELDS =
      Set.of(
          "objectName",
          "objectType",
          "objectAlias",
          "objectVersion",
          "objectVersionLabel",
          "filePermission",
          "failoverObject",
          "jmesPath",
          "path");

  private final Found found;
  private final Schemas schemas;
  private final Notes notes;

  private Classes(Found found, Schemas schemas, Notes notes) {
    this.found = found;
    this.schemas = schemas;
    this.notes = notes;
  }

  /** The classes of the AWS provider that can be carried over, in order. */
  static List<FoundClass> read(Found found, Schemas schemas, Notes notes) {
    Classes classes = new Classes(found, schemas, notes);
    List<FoundClass> read = new ArrayList<>();
    Map<String, Location> names = new HashMap<>();
    for (Manifest object : found.all(SecretProviderClass.KIND).toList()) {
      if (classes.isOne(object, names)) {
        classes.read(object).ifPresent(read::add);
      }
    }
    return read;
  }

  private boolean isOne(Manifest object, Map<String, Location> names) {
    String provider = object.text("/spec/provider");
    Location at = object.at("/metadata/name");
    if (!provider.equals("aws")) {
      notes.left(
          object.at("/spec/provider"),
          "spec.provider",
          object.words() + " is of provider " + provider + "; kfaws knows aws",
          "keep it beside kfaws' output, in a kustomization of your own");
      return false;
    }
    Optional<Location> first =
        Optional.ofNullable(names.putIfAbsent(object.namespace() + "/" + object.name(), at));
    first.ifPresent(
        other ->
            notes.left(
                at,
                "",
                object.words() + " is in " + other + " too, and is taken from there",
                "keep one of them"));
    return first.isEmpty();
  }

  private Optional<FoundClass> read(Manifest object) {
    JsonNode text = object.root().at(OBJECTS);
    if (!text.isTextual()) {
      left(
          object,
          object.at(OBJECTS),
          text.isMissingNode() || text.isNull()
              ? "it has no spec.parameters.objects, so it mounts nothing"
              : "spec.parameters.objects is "
                  + Formatted.kind(text)
                  + ", and the API server takes a text alone",
          "write objects: | and the list below it, indented");
      return Optional.empty();
    }
    try {
      Document manifest = current(object);
      List<Document> inside = manifest.inside(JsonPointer.compile(OBJECTS));
      List<Document> decoded = inside.stream().map(this::decoded).toList();
      SecretProviderClass model = SecretProviderClass.read(manifest, decoded);
      KfawsException.throwIfErrors(schemas.validate(SCHEMA, decoded.get(0)));
      FoundClass one = new FoundClass(object, decoded.get(0), model);
      look(one);
      return Optional.of(one);
    } catch (KfawsException e) {
      boolean isAzures = text.textValue().stripLeading().startsWith("array:");
      for (Diagnostic why : e.diagnostics()) {
        left(
            object,
            why.location(),
            isAzures
                ? "its objects are below array:, as the provider for Azure takes them"
                : "objects" + (why.path().startsWith("[") ? why.path() : "") + ": " + why.message(),
            isAzures ? "the provider for AWS takes the list alone: - objectName: …" : why.hint());
      }
      return Optional.empty();
    }
  }

  /** What the class tells of the cluster, and what of it the provider ignores. */
  private void look(FoundClass one) {
    one.model()
        .objects()
        .forEach(mounted -> found.evidence().look(mounted.objectName(), one.at(mounted)));
    one.model()
        .region()
        .filter(region -> !Placeholder.is(region))
        .ifPresent(
            region ->
                found
                    .evidence()
                    .found(
                        MissingInput.REGION, region, one.object().at("/spec/parameters/region")));
    JsonPointer parameters = JsonPointer.compile("/spec/parameters");
    one.object().root().at(parameters).properties().stream()
        .map(Map.Entry::getKey)
        .filter(key -> !PARAMETERS.contains(key))
        .forEach(
            key ->
                ignored(
                    one.object().keyAt(parameters.appendProperty(key)), "spec.parameters." + key));
  }

  /**
   * The objects as the provider decodes them: a number is the text of it, an empty text is absent,
   * and what is no field is passed over.
   */
  private Document decoded(Document inside) {
    Document decoded = GoFields.of(inside, FIELDS).document();
    tidy(decoded, JsonPointer.empty(), decoded.root());
    return decoded;
  }

  private void tidy(Document document, JsonPointer at, JsonNode node) {
    if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        tidy(document, at.appendIndex(i), list.get(i));
      }
    } else if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
        String key = entry.getKey();
        JsonNode value = entry.getValue();
        JsonPointer here = at.appendProperty(key);
        boolean isAbsent = value.isTextual() ? value.asText().isEmpty() : value.isEmpty();
        if (!FIELDS.contains(key)) {
          object.remove(key);
          if (!at.matches()) { // the root of another provider's objects says more as a whole
            ignored(document.keyAt(here), "spec.parameters.objects" + Document.path(here));
          }
        } else if (value.isNumber() || value.isBoolean()) {
          object.set(key, TextNode.valueOf(value.asText()));
        } else if (isAbsent) {
          object.remove(key);
        } else {
          tidy(document, here, value);
        }
      }
    }
  }

  private void ignored(Location at, String path) {
    notes.left(at, path, "the AWS provider ignores this key, so it does nothing", "leave it out");
  }

  private void left(Manifest object, Location at, String reason, String hint) {
    notes.left(object, at, " stays behind: " + reason, hint);
  }

  /** The class in the version that every driver serves; v1alpha1 has the same fields. */
  private static Document current(Manifest object) {
    ObjectNode root = object.root().deepCopy();
    root.put("apiVersion", SecretProviderClass.API_VERSION);
    if (object.namespace().isEmpty() && root.path("metadata") instanceof ObjectNode metadata) {
      metadata.put("namespace", StoragePart.KUBEFLOW);
    }
    return new Document(object.document().source(), root, object.document().places());
  }
}
