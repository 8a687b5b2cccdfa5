package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.check.Manifest;
import io.kfaws.text.Document;
import io.kfaws.text.Location;
import java.util.List;
import java.util.stream.Stream;

/**
 * An overlay, built: what the rules judge.
 *
 * @param overlay the overlay's name
 * @param folder the output folder as the user named it, with {@code /}
 * @param manifests the generated objects, patches and kustomizations
 * @param wish the wish with its defaults, as far as the overlay fulfils it, and the facts of its
 *     release as {@code release.…}
 * @param vanilla the base alone, built
 * @param built the overlay on the base, built
 */
public record Build(
    String overlay,
    String folder,
    List<Manifest> manifests,
    JsonNode wish,
    Objects vanilla,
    Objects built) {

  /** Copies the list. */
  public Build {
    manifests = List.copyOf(manifests);
  }

  /** The same overlay with another result. */
  public Build with(Objects other) {
    return new Build(overlay, folder, manifests, wish, vanilla, other);
  }

  /** Whether the wish has something at this path. */
  boolean has(String path) {
    return !wish.at(Document.pointer(path)).isMissingNode();
  }

  /** The objects of the build that the base alone has not, or not so. */
  public Stream<ObjectKey> touched() {
    return built.byKey().keySet().stream().filter(key -> !built.get(key).equals(vanilla.get(key)));
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
