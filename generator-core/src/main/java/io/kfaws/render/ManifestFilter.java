package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Walk;
import io.kfaws.text.YamlText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code | manifest}: a tree as block YAML, and a list of trees as documents with {@code ---}
 * between them; no line break at the end.
 */
final class ManifestFilter {
  private ManifestFilter() {}

  static String print(JsonNode value) {
    List<JsonNode> trees = value.isArray() ? Walk.values(value).toList() : List.of(value);
    if (trees.isEmpty() || !trees.stream().allMatch(ManifestFilter::isTree)) {
      throw new ValueException(
          "the value is no manifest",
          "a manifest is a section with keys, or a list of at least one; anything else is"
              + " {{ path | yaml }}");
    }
    return trees.stream().map(YamlText::of).collect(Collectors.joining("---\n")).stripTrailing();
  }

  private static boolean isTree(JsonNode value) {
    return value.isObject() && !value.isEmpty();
  }
}
