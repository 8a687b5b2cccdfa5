package io.kfaws.prove;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kfaws.Location;
import io.kfaws.RuleResult;
import io.kfaws.kube.KubernetesObject;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.ObjectReference;
import io.kfaws.kube.Provided;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every patch of ours changed something: its target is there, and at least one of the fields that
 * it names is another one than before. A merge into a ConfigMap is a patch, too.
 */
record PatchHit() implements BuildRule {
  static final String ID = "patch-without-effect";

  private static final String NO_TARGET =
      "the base lacks what this release has: build on that release's manifests, or take the patch out"
          + " with a file of your own under --templates";
  private static final String NO_EFFECT =
      "the base already is as the patch makes it, or a later patch undoes it";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void validate(Build build, BuildFindings findings) {
    validate(build, true, findings);
  }

  /**
   * Validates only whether every patch has a target, which has to be so before anything is built.
   */
  static RuleResult targets(Build unbuilt) {
    BuildFindings findings = new BuildFindings(ID, unbuilt.kustomization());
    validate(unbuilt, false, findings);
    Operations.validate(unbuilt, findings);
    return findings.result();
  }

  private static void validate(Build build, boolean built, BuildFindings findings) {
    for (Manifest manifest : build.manifests()) {
      if (manifest.role() == Manifest.Role.PATCH) {
        patch(build, built, manifest, findings);
      } else if (manifest.role() == Manifest.Role.KUSTOMIZATION) {
        JsonNode generators = manifest.root().path("configMapGenerator");
        for (int i = 0; i < generators.size(); i++) {
          if (List.of("merge", "replace").contains(generators.path(i).path("behavior").asText())) {
            Location at = manifest.at(JsonPointer.compile("/configMapGenerator/" + i));
            generator(build, built, build.at(at), generators.path(i), findings);
          }
        }
      }
    }
  }

  private static void patch(Build build, boolean built, Manifest patch, BuildFindings findings) {
    ObjectReference key = new KubernetesObject(patch.root()).reference();
    List<ObjectReference> meant = meant(build, key);
    if (meant.isEmpty()) {
      findings.find(
          at(build, patch),
          key.toString(),
          "there is no such object to patch in the base",
          NO_TARGET);
    } else if (built && meant.stream().noneMatch(target -> hits(build, patch, target))) {
      findings.find(at(build, patch), key.toString(), "the patch changes nothing", NO_EFFECT);
    } else {
      findings.proven(key.toString());
    }
  }

  private static Location at(Build build, Manifest patch) {
    return build.at(patch.at(JsonPointer.empty()));
  }

  /** What a patch may be about: an object of the base, or one that the overlay adds. */
  private static List<ObjectReference> meant(Build build, ObjectReference patch) {
    List<ObjectReference> meant = build.meant(patch);
    return meant.isEmpty() && added(build, patch).isPresent() ? List.of(patch) : meant;
  }

  private static Optional<JsonNode> added(Build build, ObjectReference key) {
    return build.manifests().stream()
        .filter(manifest -> manifest.role() == Manifest.Role.WHOLE)
        .map(Manifest::root)
        .filter(root -> new KubernetesObject(root).reference().equals(key))
        .findFirst();
  }

  private static boolean hits(Build build, Manifest patch, ObjectReference target) {
    if (patch.isDeletion()) {
      // Whether what is deleted by its name is gone, EmbeddedLeft says.
      return !new KubernetesObject(patch.root()).reference().isNamedByVariable()
          || !build.built().has(target);
    }
    JsonNode before =
        build.base().has(target)
            ? build.base().get(target)
            : added(build, target).orElseGet(MissingNode::getInstance);
    return changes(patch.root(), before, build.built().get(target));
  }

  private static void generator(
      Build build, boolean built, Location at, JsonNode generator, BuildFindings findings) {
    String namespace = generator.path("namespace").asText(Provided.NAMESPACE);
    String name = generator.path("name").asText();
    String path = "ConfigMap " + name;
    Optional<JsonNode> before = build.base().generated(namespace, name).map(Map.Entry::getValue);
    Optional<JsonNode> after = build.built().generated(namespace, name).map(Map.Entry::getValue);
    if (before.isEmpty()) {
      findings.find(at, path, "there is no such object to merge into in the base", NO_TARGET);
    } else if (built && before.map(PatchHit::data).equals(after.map(PatchHit::data))) {
      findings.find(at, path, "the merge changes nothing", NO_EFFECT);
    } else {
      findings.proven(path);
    }
  }

  private static JsonNode data(JsonNode configMap) {
    return configMap.path("data");
  }

  /** Whether one of the fields that a patch names differs; entries of lists go by their names. */
  private static boolean changes(JsonNode patch, JsonNode before, JsonNode after) {
    if (patch.isObject() && patch.path("$patch").asText().equals("delete")) {
      return !before.isMissingNode() && after.isMissingNode();
    }
    if (patch.isObject()) {
      return patch.properties().stream()
          .anyMatch(
              field ->
                  changes(
                      field.getValue(), before.path(field.getKey()), after.path(field.getKey())));
    }
    if (patch.isArray() && !patch.isEmpty() && patch.path(0).has("name")) {
      for (JsonNode entry : patch) {
        String name = entry.path("name").asText();
        if (changes(entry, named(before, name), named(after, name))) {
          return true;
        }
      }
      return false;
    }
    return !before.equals(after);
  }

  private static JsonNode named(JsonNode list, String name) {
    for (JsonNode entry : list) {
      if (entry.path("name").asText().equals(name)) {
        return entry;
      }
    }
    return list.path("");
  }
}
