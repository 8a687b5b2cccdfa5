package io.kfaws.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Optional;

/**
 * A component as it lies on the template folders: {@code component.yaml} in its folder. Those that
 * overlays list are kustomize components; those that the catalog lists are folders beside the
 * overlays.
 *
 * @param name its folder under a template folder, for example {@code pipeline/s3}
 * @param needs the paths of the configuration that must be there, or the configuration is refused
 * @param when the path of the configuration that must be there, or the component is left out
 * @param files its files
 */
public record Component(String name, List<String> needs, Optional<String> when, List<File> files) {

  /** The file that says what a component consists of. */
  public static final String DESCRIPTOR = "component.yaml";

  private static final String TEMPLATE = ".j2";

  /** Copies the lists. */
  public Component {
    needs = List.copyOf(needs);
    files = List.copyOf(files);
  }

  /** The path of one of its files on a template folder. */
  public String path(String file) {
    return name + "/" + file;
  }

  /**
   * Where a file goes, below the folder that the component is laid in (an overlay's, or the output
   * itself): what {@link File#to} says, or a path like the one on the template folder.
   */
  public String target(File file) {
    return file.to().orElseGet(() -> path(file.plainName()));
  }

  /**
   * A file of a component.
   *
   * @param template its path below the component's folder; a {@code .j2} one is rendered and loses
   *     that ending, any other goes verbatim
   * @param each the path of a list or mapping: there is a file for each item or entry; absent: one
   * @param as the name under which the template, {@code to} and {@code when} see the item
   * @param to where it goes, a path with {@code {path}} for values; absent: as it lies on the
   *     template folder
   * @param when the path that must lead to something, neither empty nor {@code false}, or there is
   *     no such file; absent: always
   */
  public record File(
      String template,
      Optional<String> each,
      Optional<String> as,
      Optional<String> to,
      Optional<String> when) {

    /** A file that is there once, written as its bare path. */
    @JsonCreator
    public static File once(String template) {
      return new File(
          template, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The canonical form; data may also write the bare path.
     *
     * @throws IllegalArgumentException if there is a list without a name for its items, or the
     *     other way round
     */
    public File {
      if (each.isPresent() != as.isPresent()) {
        throw new IllegalArgumentException(template + ": each and as come together");
      }
    }

    /** Whether it is rendered. */
    public boolean isTemplate() {
      return template.endsWith(TEMPLATE);
    }

    private String plainName() {
      return isTemplate() ? template.substring(0, template.length() - TEMPLATE.length()) : template;
    }
  }
}
