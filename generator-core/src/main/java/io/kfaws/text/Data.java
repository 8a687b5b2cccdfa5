package io.kfaws.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** Reads the YAML data that is packed into the library; tests validate it. */
public final class Data {
  private static final ObjectMapper MAPPER =
      YAMLMapper.builder()
          .addModule(new Jdk8Module())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private Data() {}

  /**
   * A file as a value of this type.
   *
   * @param path the file's path in the library, for example {@code overlays/catalog.yaml}
   * @throws IllegalStateException if it is not of the type's form: the library is broken
   */
  public static <T> T read(String path, Class<T> type) {
    try {
      return MAPPER.readValue(Resources.read(path), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the library's " + path + " is not of its form", e);
    }
  }

  /**
   * A tree that was read and validated, as a value of this type.
   *
   * @throws IllegalStateException if the validator allowed what the type refuses
   */
  public static <T> T bind(JsonNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a schema allows what " + type + " refuses", e);
    }
  }
}
