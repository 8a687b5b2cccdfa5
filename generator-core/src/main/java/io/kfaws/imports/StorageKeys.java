package io.kfaws.imports;

import io.kfaws.validate.ParameterForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters that tell the database and the bucket: the keys of ConfigMap {@code
 * pipeline-install-config} in {@code overlays/parameters.yaml}, by path of the configuration.
 */
final class StorageKeys {
  private static final String CONFIG_MAP = "pipeline-install-config";
  private static final Map<String, List<String>> BY_PATH = byPath();

  private StorageKeys() {}

  private static Map<String, List<String>> byPath() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (var file : io.kfaws.validate.Parameters.known().files()) {
      for (var key : file.keys()) {
        // A URL is put together of what the others tell.
        if (file.configMap().equals(CONFIG_MAP) && key.form() != ParameterForm.S3_URL) {
          keys.computeIfAbsent(key.path(), path -> new ArrayList<>()).add(key.key());
        }
      }
    }
    return keys;
  }

  /** All of them. */
  static Set<String> all() {
    Set<String> all = new TreeSet<>();
    BY_PATH.values().forEach(all::addAll);
    return all;
  }

  /**
   * Those that tell a path of the configuration, in their order.
   *
   * @throws IllegalArgumentException if there is none
   */
  static List<String> of(String path) {
    List<String> keys = BY_PATH.getOrDefault(path, List.of());
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("no parameter tells " + path);
    }
    return keys;
  }
}
