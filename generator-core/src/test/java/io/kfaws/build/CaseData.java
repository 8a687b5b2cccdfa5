package io.kfaws.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The data of a cell, put together from the parts of its configuration under {@code
 * src/test/builds}.
 */
final class CaseData {
  private static final Path FOLDER = Path.of("src/test/builds");
  private static final YAMLMapper YAML = new YAMLMapper();

  private CaseData() {}

  /** The cell's configuration, on this base. */
  static String configuration(Cell cell, Path base) throws IOException {
    ObjectNode configuration = JsonNodeFactory.instance.objectNode();
    merge(configuration, FOLDER.resolve("kfaws.yaml"));
    configuration.putObject("kubeflow").put("release", cell.release()).put("base", base.toString());
    configuration.putArray("overlays").add(cell.overlay());
    for (String part : cell.parts()) {
      merge(configuration, FOLDER.resolve(part).resolve("kfaws.yaml"));
    }
    return YAML.writeValueAsString(configuration);
  }

  /** What the cell's build has to show: each part's, and what differs in its release. */
  static ObjectNode expected(Cell cell) throws IOException {
    ObjectNode expected = JsonNodeFactory.instance.objectNode();
    for (String part : cell.parts()) {
      merge(expected, FOLDER.resolve(part).resolve("expected.yaml"));
      Path own = FOLDER.resolve(part).resolve("expected." + cell.release() + ".yaml");
      if (Files.exists(own)) {
        merge(expected, own);
      }
    }
    return expected;
  }

  private static void merge(ObjectNode into, Path file) throws IOException {
    merge(into, YAML.readTree(Files.readString(file)), file);
  }

  private static void merge(ObjectNode into, JsonNode part, Path file) {
    for (Map.Entry<String, JsonNode> entry : part.properties()) {
      JsonNode there = into.get(entry.getKey());
      if (there == null) {
        into.set(entry.getKey(), entry.getValue());
      } else if (there instanceof ObjectNode map && entry.getValue().isObject()) {
        merge(map, entry.getValue(), file);
      } else if (there instanceof ArrayNode list && entry.getValue().isArray()) {
        entry.getValue().forEach(list::add);
      } else {
        throw new IllegalStateException(file + ": another part already has " + entry.getKey());
      }
    }
  }
}
