package io.kfaws.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import java.nio.file.Path;

/** Reads the YAML data that is packed into the library; tests validate it. */
public final class Data {
  private Data() {}

  /**
   * A file as a value of this type.
   *
   * @param path the file's path in the library, for example {@code overlays/catalog.yaml}
   * @throws IllegalStateException if it is not of the type's form: the library is broken
   */
  public static <T> T read(String path, Class<T> type) {
    try {
      return Records.read(Yaml.read(Source.of(Path.of(path), Resources.read(path))).root(), type);
    } catch (IllegalStateException | KfawsException e) {
      throw new IllegalStateException("the library's " + path + " is not of its form", e);
    }
  }

  /**
   * A tree that was read and validated, as a value of this type.
   *
   * @throws IllegalStateException if the validator allowed what the type refuses
   */
  public static <T> T bind(JsonNode tree, Class<T> type) {
    return Records.read(tree, type);
  }
}
