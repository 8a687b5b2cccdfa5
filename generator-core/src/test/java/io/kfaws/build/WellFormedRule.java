package io.kfaws.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** No merge left what the API server refuses: a value twice, a null, a patch's own word. */
record WellFormedRule() implements Rule {
  @Override
  public List<String> broken(Case build) {
    List<String> broken = new ArrayList<>();
    build.touched().forEach(key -> judge(key.toString(), build.built().get(key), broken));
    return broken;
  }

  private static void judge(String path, JsonNode node, List<String> broken) {
    if (node.has("value") && node.has("valueFrom")) {
      broken.add(path + " has both value and valueFrom");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String name = path + "/" + entry.getKey();
      if (entry.getKey().startsWith("$")) {
        broken.add(name + " is a word of patches");
      }
      if (entry.getValue().isNull()) {
        broken.add(name + " is null");
      }
      judge(name, entry.getValue(), broken);
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        judge(path + "[" + i + "]", node.path(i), broken);
      }
    }
  }
}
