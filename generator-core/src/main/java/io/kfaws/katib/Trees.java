package io.kfaws.katib;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.text.Records;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Trees and records, one to the other: what is absent in the one is absent or empty in the other.
 */
final class Trees {
  private Trees() {}

  /** A record as the tree that it is written as. */
  static ObjectNode of(Record value) {
    return Records.shortTree(value);
  }

  /** One of a choice as it is written. */
  static JsonNode of(Enum<?> value) {
    return Records.tree(value);
  }

  /**
   * A validated tree as a record.
   *
   * @throws IllegalStateException if the schema allowed what the record refuses
   */
  static <T extends Record> T bind(JsonNode tree, Class<T> type) {
    return Records.read(tree, type);
  }

  /** A copy that does not change. */
  static <K, V> SortedMap<K, V> sorted(SortedMap<K, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
