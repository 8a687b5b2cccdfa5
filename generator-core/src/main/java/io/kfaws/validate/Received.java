package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.Places;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object that somebody else wrote, as the API server takes it: null is absent, and so is an
 * empty namespace; {@code generateName} names the object; what only the server sets is not the
 * writer's. All places are those of the file.
 *
 * <p>A trial's object is left as it is written: Katib compares it with its own copy.
 *
 * @param document the object
 * @param note that the file holds what the server refuses in a new object
 */
record Received(Document document, Optional<Diagnostic> note) {
  /** The rule of {@link #note}. */
  static final String NOTE = "server-set-field";

  private static final JsonPointer METADATA = JsonPointer.compile("/metadata");
  private static final JsonPointer NAME = JsonPointer.compile("/metadata/name");
  private static final JsonPointer PREFIX = JsonPointer.compile("/metadata/generateName");
  private static final JsonPointer TEMPLATE = JsonPointer.compile("/spec/trialTemplate");
  private static final String TRIAL = "trialSpec";

  /** What makes an object another than the one that is created or changed. */
  private static final List<String> REFUSED = List.of("uid", "resourceVersion", "managedFields");

  /** What the server overwrites, and what it keeps for others' sake. */
  private static final Set<String> PASSED =
      Set.of(
          "creationTimestamp",
          "deletionGracePeriodSeconds",
          "deletionTimestamp",
          "finalizers",
          "generation",
          "ownerReferences",
          "selfLink");

  private static final Set<String> ANNOTATIONS =
      Set.of(
          "deployment.kubernetes.io/revision", "kubectl.kubernetes.io/last-applied-configuration");

  /**
   * Kubernetes, {@code apiserver/pkg/storage/names}: what is kept of a prefix, and what follows.
   */
  private static final int LONGEST_PREFIX = 58;

  private static final String SUFFIX = "xxxxx";

  /** The object of a document; any other document is as it is. */
  static Received of(Document written) {
    if (!written.root().isObject() || !written.root().path("kind").isTextual()) {
      return new Received(written, Optional.empty());
    }
    ObjectNode root = (ObjectNode) withoutNulls(written.root());
    JsonNode trial = written.root().at(TEMPLATE).path(TRIAL);
    if (trial.isObject() && root.at(TEMPLATE) instanceof ObjectNode template) {
      template.set(TRIAL, trial);
    }
    root.remove("status");
    Optional<Diagnostic> note = Optional.empty();
    Places places = written.places();
    if (root.get("metadata") instanceof ObjectNode metadata) {
      note = note(metadata, written);
      metadata.remove(REFUSED);
      metadata.remove(PASSED);
      if (metadata.get("annotations") instanceof ObjectNode annotations) {
        annotations.remove(ANNOTATIONS);
      }
      if (metadata.path("namespace").isTextual() && !isSet(metadata.path("namespace"))) {
        metadata.remove("namespace");
      }
      places = named(metadata, places);
    }
    return new Received(new Document(written.source(), root, places), note);
  }

  /** The server adds five characters to a prefix, which count like any others. */
  private static Places named(ObjectNode metadata, Places places) {
    JsonNode prefix = metadata.path("generateName");
    if (!prefix.isTextual()) {
      return places;
    }
    metadata.remove("generateName");
    if (prefix.textValue().isEmpty() || isSet(metadata.path("name"))) {
      return places;
    }
    String text = prefix.textValue();
    metadata.put("name", text.substring(0, Math.min(text.length(), LONGEST_PREFIX)) + SUFFIX);
    return new Places.Assembly().put(JsonPointer.empty(), places).put(NAME, PREFIX, places);
  }

  private static Optional<Diagnostic> note(JsonNode metadata, Document written) {
    List<String> refused = REFUSED.stream().filter(key -> isSet(metadata.path(key))).toList();
    if (refused.isEmpty()) {
      return Optional.empty();
    }
    JsonPointer at = METADATA.appendProperty(refused.get(0));
    return Optional.of(
        Diagnostic.warning(
            NOTE,
            written.keyAt(at),
            Document.path(at),
            "belongs to the object in the cluster; the API server refuses it in a new object, and"
                + " after the object has changed",
            "remove "
                + String.join(", ", refused)
                + " before the file is applied; what else kubectl get adds has no effect"));
  }

  private static boolean isSet(JsonNode value) {
    return value.isContainerNode() ? !value.isEmpty() : !value.asText().isEmpty();
  }

  private static JsonNode withoutNulls(JsonNode node) {
    if (node.isObject()) {
      ObjectNode kept = ((ObjectNode) node).objectNode();
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        if (!entry.getValue().isNull()) {
          kept.set(entry.getKey(), withoutNulls(entry.getValue()));
        }
      }
      return kept;
    }
    if (!node.isArray()) {
      return node;
    }
    ArrayNode kept = ((ArrayNode) node).arrayNode();
    node.forEach(item -> kept.add(withoutNulls(item)));
    return kept;
  }
}
