package io.kfaws.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kfaws.Cases;
import io.kfaws.Kfaws;
import io.kfaws.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/**
 * The classes of the AWS distribution, told as {@code secrets}, are what they were once the YAML
 * inside them is read: those of {@code goldens/seed-secrets/seed.json}.
 */
class SecretBindingsTest {
  private static final Path SEED = Cases.HERE.resolve("goldens/seed-secrets");
  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void classesAreWhatTheyWere() throws IOException {
    Source configuration = Source.read(SEED.resolve("kfaws.yaml"));
    SortedMap<String, String> files =
        Kfaws.create().generate(configuration, SEED.resolve("expected")).files();
    JsonNode classes = YAML.readTree(Files.readString(SEED.resolve("seed.json")));
    assertThat(classes).hasSize(2);
    for (JsonNode seed : classes) {
      String name = seed.at("/metadata/name").asText();
      String text = files.getOrDefault("secrets/kubeflow/" + name + ".yaml", "");
      ObjectNode made = (ObjectNode) YAML.readTree(text);
      ObjectNode parameters = (ObjectNode) made.at("/spec/parameters");
      JsonNode objects = YAML.readTree(parameters.path("objects").asText());
      parameters.set("objects", objects);
      assertThat(parameters.remove("region")).as("what the seed leaves to the node").isNotNull();
      assertThat(made).isEqualTo(seed);
    }
  }
}
