package io.kfaws.prove;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Location;
import io.kfaws.kube.KubernetesObject;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.ObjectReference;
import io.kfaws.text.Document;
import java.util.List;
import java.util.stream.Stream;

/**
 * An overlay or a group of files, built: what the rules validate.
 *
 * @param overlay the overlay's name, or the group's folder below the output folder
 * @param folder the output folder as the user named it, with {@code /}
 * @param manifests the generated objects, patches and kustomizations
 * @param configuration the configuration with its defaults, as far as the overlay fulfils it, and
 *     the facts of its release as {@code release.…}; a missing node for a group
 * @param base the base alone, built; nothing for a group, which has none
 * @param built the overlay on the base, or the group, built
 */
public record Build(
    String overlay,
    String folder,
    List<Manifest> manifests,
    JsonNode configuration,
    Objects base,
    Objects built) {

  /** Copies the list. */
  public Build {
    manifests = List.copyOf(manifests);
  }

  /** The same overlay with another result. */
  public Build with(Objects other) {
    return new Build(overlay, folder, manifests, configuration, base, other);
  }

  /** Whether it is a group, which has no base and fulfils no part of the configuration. */
  boolean isGroup() {
    return configuration.isMissingNode();
  }

  /** Whether the configuration has something at this path. */
  boolean has(String path) {
    return !configuration.at(Document.pointer(path)).isMissingNode();
  }

  /** The objects of the build that the base alone has not, or not so. */
  public Stream<ObjectReference> touched() {
    return built.byKey().keySet().stream().filter(key -> !built.get(key).equals(base.get(key)));
  }

  /**
   * The objects of the base that a patch of this key may mean. A name that is a kustomize variable
   * is resolved after all patches, so it may be that of any of its kind; the engine refuses a patch
   * that means none.
   */
  List<ObjectReference> meant(ObjectReference patch) {
    if (!patch.isNamedByVariable()) {
      return base.has(patch) ? List.of(patch) : List.of();
    }
    return base.keys(patch.kind())
        .filter(key -> key.group().equals(patch.group()))
        .filter(key -> key.namespace().equals(patch.namespace()))
        .toList();
  }

  /** Where the files make this object, or where the overlay begins. */
  Location home(ObjectReference key) {
    return manifests.stream()
        .filter(manifest -> manifest.role() == Manifest.Role.WHOLE)
        .filter(manifest -> new KubernetesObject(manifest.root()).reference().equals(key))
        .findFirst()
        .map(manifest -> at(manifest.at(JsonPointer.empty())))
        .orElseGet(this::kustomization);
  }

  /** Where the overlay begins. */
  Location kustomization() {
    return at(Location.of(overlay + "/kustomization.yaml"));
  }

  /** A place in a generated file, as the user knows it. */
  Location at(Location inTree) {
    String path = folder.isEmpty() ? inTree.source() : folder + "/" + inTree.source();
    return new Location(path, inTree.line(), inTree.column());
  }
}
