package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of the keys of a configuration changes no file; shown where it has most keys. */
class KeyOrderPropertyTest {
  private static final int SEEDS = 5;
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Kfaws kfaws = Kfaws.create();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "overlays/rds-s3",
        "generator-core/src/test/goldens/experiments",
        "generator-core/src/test/goldens/secrets-profiles"
      })
  void orderOfKeysChangesNothing(String name) throws IOException {
    Path folder = Cases.ROOT.resolve(name);
    Path file = folder.resolve("kfaws.yaml");
    SortedMap<String, String> generated = GoldenTest.generate(kfaws, folder);
    JsonNode configuration = YAML.readTree(Files.readString(file));
    for (long seed = 1; seed <= SEEDS; seed++) {
      String text = YAML.writeValueAsString(shuffled(configuration, new Random(seed)));
      assertThat(kfaws.generate(Source.of(file, text), folder.resolve("expected")).files())
          .as("seed " + seed)
          .isEqualTo(generated);
    }
  }

  /** The same tree with the keys of every mapping in another order. */
  private static JsonNode shuffled(JsonNode node, Random random) {
    if (node instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(object.properties());
      Collections.shuffle(entries, random);
      ObjectNode shuffled = YAML.createObjectNode();
      entries.forEach(entry -> shuffled.set(entry.getKey(), shuffled(entry.getValue(), random)));
      return shuffled;
    }
    if (node instanceof ArrayNode list) {
      ArrayNode shuffled = YAML.createArrayNode();
      list.forEach(item -> shuffled.add(shuffled(item, random)));
      return shuffled;
    }
    return node;
  }
}
