package io.kfaws.validate;

import io.kfaws.text.Data;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of parameters that kfaws writes, as data ({@code overlays/parameters.yaml}): lines
 * {@code KEY=value} of which kustomize makes a ConfigMap.
 *
 * @param files the files
 * @param others keys of upstream's own, by ConfigMap, that a template of the user's may set
 */
public record Parameters(List<File> files, Map<String, List<String>> others) {
  private static final Parameters KNOWN = Data.read("overlays/parameters.yaml", Parameters.class);

  /** Copies the collections. */
  public Parameters {
    files = List.copyOf(files);
    others = Map.copyOf(others);
  }

  /** What kfaws knows. */
  public static Parameters known() {
    return KNOWN;
  }

  /** The model of a generated file, by its path; absent for a file that is none of these. */
  public Optional<File> of(String path) {
    return files.stream().filter(file -> path.endsWith("/" + file.file())).findFirst();
  }

  /**
   * A file of parameters.
   *
   * @param file its path below the overlay's folder
   * @param configMap the ConfigMap that its keys go to
   * @param distribution its path in the AWS distribution of Kubeflow; absent if that has none
   * @param keys the keys in their order
   */
  public record File(String file, String configMap, Optional<String> distribution, List<Key> keys) {
    /** Copies the list. */
    public File {
      keys = List.copyOf(keys);
    }

    /** The key of this name. */
    public Optional<Key> key(String name) {
      return keys.stream().filter(key -> key.key().equals(name)).findFirst();
    }
  }

  /**
   * A parameter.
   *
   * @param key its name in the file
   * @param path the path of the configuration that it is from
   * @param form what its value looks like
   * @param distribution its name in the AWS distribution's file; absent if that has none
   */
  public record Key(String key, String path, ParameterForm form, Optional<String> distribution) {}
}
