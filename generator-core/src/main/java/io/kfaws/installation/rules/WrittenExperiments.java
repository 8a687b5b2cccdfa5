package io.kfaws.installation.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.text.Numbers;
import java.util.List;
import java.util.Map;

/** The values of experiment templates written out: what Katib keeps as text need not be quoted. */
public final class WrittenExperiments {
  private static final List<String> LISTS = List.of("command", "args");
  private static final List<String> MAPS =
      List.of("env", "settings", "values", "requests", "limits");

  private WrittenExperiments() {}

  /** Writes out what is short in an experiment's template. */
  public static void writeOut(JsonNode experiment) {
    JsonNode template = experiment.path("template");
    LISTS.forEach(list -> items(template.path(list)));
    MAPS.forEach(map -> entries(template.path(map)));
    MAPS.forEach(map -> entries(template.path("resources").path(map)));
    for (JsonNode parameter : template.path("parameters")) {
      JsonNode space = parameter.path("feasibleSpace");
      entries(space);
      items(space.path("list"));
    }
  }

  private static void entries(JsonNode map) {
    if (map instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        if (entry.getValue().isNumber()) {
          entry.setValue(object.textNode(Numbers.text(entry.getValue().decimalValue())));
        }
      }
    }
  }

  private static void items(JsonNode list) {
    if (list instanceof ArrayNode items) {
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i).isNumber()) {
          items.set(i, items.textNode(Numbers.text(items.get(i).decimalValue())));
        }
      }
    }
  }
}
