package io.kfaws.prove;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.ObjectReference;
import io.kfaws.text.Document;
import io.kfaws.text.Walk;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What lists of operations test is so in the base. The engine, which stops at the first that is
 * not, tells the path alone, and many objects share that.
 */
final class Operations {
  static final String HINT =
      "the base is not the release's any more: build on the release's manifests, or take the patch"
          + " out with a file of your own under --templates";

  private static final JsonPointer PATCHES = JsonPointer.compile("/patches");
  private static final int MOST_CHARACTERS = 60;

  private Operations() {}

  /**
   * Validates each target that the base has; one that it lacks is passed over, as the engine does.
   */
  static void validate(Build unbuilt, BuildFindings findings) {
    for (Manifest manifest : unbuilt.manifests()) {
      if (manifest.role() == Manifest.Role.KUSTOMIZATION) {
        JsonNode patches = manifest.root().at(PATCHES);
        for (int i = 0; i < patches.size(); i++) {
          if (patches.path(i).has("target")) {
            validate(unbuilt, manifest, PATCHES.appendIndex(i), findings);
          }
        }
      }
    }
  }

  private static void validate(
      Build unbuilt, Manifest kustomization, JsonPointer at, BuildFindings findings) {
    JsonNode patch = kustomization.root().at(at);
    Optional<JsonNode> operations = operations(unbuilt, kustomization, patch);
    selected(unbuilt.base(), patch.path("target"))
        .forEach(
            key ->
                operations.stream()
                    .flatMap(Walk::values)
                    .filter(operation -> operation.path("op").asText().equals("test"))
                    .forEach(
                        test -> {
                          JsonPointer path = JsonPointer.compile(test.path("path").asText());
                          JsonNode found = unbuilt.base().get(key).at(path);
                          if (!found.equals(test.path("value"))) {
                            findings.find(
                                unbuilt.at(kustomization.at(at)),
                                key + ": " + Document.path(path),
                                "is "
                                    + shown(found)
                                    + " in the base instead of "
                                    + shown(test.path("value")),
                                HINT);
                          }
                        }));
  }

  private static String shown(JsonNode node) {
    String text = node.isMissingNode() ? "absent" : node.toString();
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
  }

  private static Optional<JsonNode> operations(
      Build unbuilt, Manifest kustomization, JsonNode patch) {
    if (patch.has("patch")) {
      return Optional.of(Objects.parse(patch.path("patch").asText()));
    }
    Path file = Path.of(kustomization.file()).resolveSibling(patch.path("path").asText());
    String name = file.normalize().toString().replace('\\', '/');
    return unbuilt.manifests().stream()
        .filter(manifest -> manifest.role() == Manifest.Role.OPERATIONS)
        .filter(manifest -> manifest.file().equals(name))
        .map(Manifest::root)
        .findFirst();
  }

  /** The objects that a target selects; its name is a pattern to kustomize. */
  private static Stream<ObjectReference> selected(Objects base, JsonNode target) {
    return base.keys(target.path("kind").asText())
        .filter(key -> key.group().equals(target.path("group").asText()))
        .filter(key -> key.name().matches(target.path("name").asText()))
        .filter(
            key ->
                base.get(key)
                    .path("apiVersion")
                    .asText()
                    .equals(key.group() + "/" + target.path("version").asText()));
  }
}
