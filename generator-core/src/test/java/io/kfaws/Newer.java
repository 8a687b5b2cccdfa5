package io.kfaws;

import com.fasterxml.jackson.databind.JsonNode;

/** Calls what only a newer Jackson has, for {@link EmbeddingTest} to find. */
final class Newer {
  private Newer() {}

  static long items(JsonNode node) {
    return node.valueStream().count();
  }
}
