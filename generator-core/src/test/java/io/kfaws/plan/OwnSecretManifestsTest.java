package io.kfaws.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kfaws.Cases;
import io.kfaws.Kfaws;
import io.kfaws.Source;
import io.kfaws.installation.OwnSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The classes that are made of the model say what those say that were once written by hand, {@code
 * src/test/own-secrets}: the same after parsing, the YAML inside included.
 */
class OwnSecretManifestsTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  @ParameterizedTest
  @ValueSource(strings = {"rds", "s3"})
  void saysWhatWasWrittenByHand(String name) throws IOException {
    Path configuration = Cases.HERE.resolve("goldens/26.03-rds-s3-static-keys/kfaws.yaml");
    String generated =
        Kfaws.create()
            .generate(Source.read(configuration), Path.of("out"))
            .files()
            .get("rds-s3/secrets-manager/" + name + "/secret-provider.yaml");
    Path byHand = Cases.HERE.resolve("own-secrets").resolve(name + ".yaml");
    assertThat(parsed(String.valueOf(generated))).isEqualTo(parsed(Files.readString(byHand)));
  }

  /** The data names the Deployment as its template does. */
  @Test
  void namesTheWorkload() throws IOException {
    Path template = Cases.ROOT.resolve("templates/common/secrets-manager/sync/deployment.yaml");
    assertThat(YAML.readTree(Files.readString(template)).at("/metadata/name").asText())
        .isEqualTo(OwnSecrets.known().workload());
  }

  private static JsonNode parsed(String text) throws IOException {
    JsonNode manifest = YAML.readTree(text);
    ObjectNode parameters = (ObjectNode) manifest.at("/spec/parameters");
    JsonNode objects = YAML.readTree(parameters.path("objects").asText());
    assertThat(objects.isArray()).isTrue();
    parameters.set("objects", objects);
    return manifest;
  }
}
