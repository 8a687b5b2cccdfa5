package io.kfaws.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A kustomize component as it lies on the shelves: {@code component.yaml} in its folder.
 *
 * @param name its folder under a shelf, for example {@code pipeline/s3}
 * @param needs the paths of the wish that must be there, or the wish is refused
 * @param when the path of the wish that must be there, or the component is left out
 * @param files its files; {@code .j2} ones are templates, the others go verbatim
 */
public record Component(
    String name, List<String> needs, Optional<String> when, List<String> files) {

  /** The file that says what a component consists of. */
  public static final String DESCRIPTOR = "component.yaml";

  /** Copies the lists. */
  public Component {
    needs = List.copyOf(needs);
    files = List.copyOf(files);
  }

  /** The path of one of its files on a shelf. */
  public String path(String file) {
    return name + "/" + file;
  }
}
