package io.kfaws.katib;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Trees and records, one to the other: what is absent in the one is absent or empty in the other.
 */
final class Trees {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // A trial's object keeps its numbers as they are written.
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .withConfigOverride(
              List.class,
              lists ->
                  lists
                      .setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))
                      .setInclude(notEmpty()))
          .withConfigOverride(
              SortedMap.class,
              maps ->
                  maps.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))
                      .setInclude(notEmpty()))
          .build();

  private Trees() {}

  private static JsonInclude.Value notEmpty() {
    return JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS);
  }

  /** A record as the tree that it is written as. */
  static ObjectNode of(Record value) {
    return MAPPER.valueToTree(value);
  }

  /** One of a choice as it is written. */
  static JsonNode of(Enum<?> value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * A validated tree as a record.
   *
   * @throws IllegalStateException if the schema allowed what the record refuses
   */
  static <T extends Record> T bind(JsonNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the schema allows what " + type + " refuses", e);
    }
  }

  /** A copy that does not change. */
  static <K, V> SortedMap<K, V> sorted(SortedMap<K, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
