package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values that all files may name: the branches of a tree, by their keys.
 *
 * @param tree the tree
 */
record Values(JsonNode tree) implements Scope {
  @Override
  public @Nullable JsonNode value(String name) {
    return tree.get(name);
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    tree.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
