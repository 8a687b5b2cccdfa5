package io.kfaws.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.text.Document;

/**
 * The one-name map: every value that a template may name, by its path.
 *
 * @param tree the configuration with its defaults, and {@code release.…} and {@code overlay.…}
 *     beside it
 */
public record Bindings(JsonNode tree) {

  /** Whether the path leads to something: the whole of what {@code needs} and {@code when} ask. */
  public boolean has(String path) {
    JsonPointer pointer = Document.pointer(path);
    return !tree.at(pointer).isMissingNode();
  }

  /** These bindings and one more branch beside them. */
  public Bindings with(String name, JsonNode branch) {
    ObjectNode wider = ((ObjectNode) tree).objectNode();
    wider.setAll((ObjectNode) tree);
    wider.set(name, branch);
    return new Bindings(wider);
  }
}
