package io.kfaws.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.kfaws.text.Resources;

/** Reads the data that is packed into the library; tests judge it by its schemas. */
final class Data {
  static final ObjectMapper MAPPER =
      YAMLMapper.builder()
          .addModule(new Jdk8Module())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private Data() {}

  static <T> T read(String path, Class<T> type) {
    try {
      return MAPPER.readValue(Resources.read(path), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the library's " + path + " is not of its form", e);
    }
  }
}
