package io.kfaws.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Capability;
import io.kfaws.Release;
import io.kfaws.kube.Provided;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A release descriptor: what kfaws knows about one release of kubeflow/manifests, as data.
 *
 * @param release the release's tag, as {@code kubeflow.release} names it
 * @param title its name for people
 * @param serves the other releases of its line that the descriptor holds for, by tag; mostly none
 * @param katib the version of Katib by whose facts its experiments are judged
 * @param upstream where its manifests are
 * @param sortOptions the order of objects that its manifests ask kustomize for; absent: kustomize's
 * @param templates the template folders under {@code templates/} in the order in which files are
 *     looked up
 * @param capabilities what it can do, by path of the configuration
 * @param provides what its base brings and overlays may refer to
 * @param facts the values that templates see as {@code release.…}
 */
public record ReleaseDescriptor(
    String release,
    String title,
    List<String> serves,
    String katib,
    Upstream upstream,
    Optional<JsonNode> sortOptions,
    List<String> templates,
    Map<String, Capability> capabilities,
    Provided provides,
    JsonNode facts) {

  /** Copies the collections. */
  public ReleaseDescriptor {
    serves = List.copyOf(serves);
    templates = List.copyOf(templates);
    capabilities = Map.copyOf(capabilities);
  }

  /** The tags that the descriptor holds for, its own first. */
  public List<String> names() {
    return Stream.concat(Stream.of(release), serves.stream()).toList();
  }

  /**
   * This descriptor for another release of its line: what it says is said of that one, and its
   * manifests are that one's.
   *
   * @throws IllegalArgumentException if the descriptor does not hold for it
   */
  public ReleaseDescriptor named(String name) {
    if (name.equals(release)) {
      return this;
    }
    if (!serves.contains(name)) {
      throw new IllegalArgumentException(release + " does not serve " + name);
    }
    return new ReleaseDescriptor(
        name,
        title.replace(number(release), number(name)),
        List.of(),
        katib,
        new Upstream(upstream.repository(), upstream.path(), name),
        sortOptions,
        templates,
        capabilities,
        provides,
        facts);
  }

  /** What the API says of it. */
  public Release published() {
    Map<String, String> versions = new LinkedHashMap<>();
    facts
        .required("versions")
        .properties()
        .forEach(part -> versions.put(part.getKey(), part.getValue().asText()));
    return new Release(
        release, title, serves, upstream.url(), versions, new TreeMap<>(capabilities));
  }

  /** The Pod Security level that its base enforces in the namespace of each profile. */
  public String profilePodSecurity() {
    return facts.at("/profiles/podSecurity").path(release).asText("privileged");
  }

  private static String number(String tag) {
    return tag.startsWith("v") ? tag.substring(1) : tag;
  }

  /**
   * Where the manifests of a release are.
   *
   * @param repository the repository's URL
   * @param path the kustomization in it that installs everything
   * @param ref the tag
   */
  public record Upstream(String repository, String path, String ref) {
    /** The kustomize URL of the kustomization at the tag. */
    public String url() {
      return repository + "//" + path + "?ref=" + ref;
    }
  }
}
