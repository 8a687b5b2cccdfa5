package io.kfaws.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.check.Provided;
import java.util.List;
import java.util.Map;

/**
 * A release pack: what kfaws knows about one release of kubeflow/manifests, as data.
 *
 * @param release the release's tag, as {@code kubeflow.release} names it
 * @param title its name for people
 * @param upstream where its manifests are
 * @param shelves the shelves under {@code templates/} in the order in which files are looked up
 * @param capabilities what it can do, by path of the wish
 * @param provides what its base brings and overlays may refer to
 * @param facts the values that templates see as {@code release.…}
 */
public record Release(
    String release,
    String title,
    Upstream upstream,
    List<String> shelves,
    Map<String, Capability> capabilities,
    Provided provides,
    JsonNode facts) {

  /** Copies the collections. */
  public Release {
    shelves = List.copyOf(shelves);
    capabilities = Map.copyOf(capabilities);
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
