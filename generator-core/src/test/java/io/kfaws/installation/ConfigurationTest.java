package io.kfaws.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kfaws.Cases;
import io.kfaws.Source;
import io.kfaws.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads each {@code src/test/configurations/<case>/kfaws.yaml} and compares what it means, with all
 * defaults filled in, with {@code expected.yaml}; what is told so means the same, and so does the
 * configuration for its own release.
 *
 * <p>{@code -Dkfaws.goldens=write} writes {@code expected.yaml} anew.
 */
class ConfigurationTest {
  private static final Path CONFIGURATIONS = Cases.HERE.resolve("configurations");
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  private final InstallationReader reader = new InstallationReader(new Schemas());

  @TestFactory
  Stream<DynamicTest> configurations() throws IOException {
    return Cases.folders(CONFIGURATIONS).stream()
        .map(folder -> dynamicTest(String.valueOf(folder.getFileName()), () -> means(folder)));
  }

  private void means(Path folder) throws IOException {
    Configuration configuration = reader.read(Source.read(folder.resolve("kfaws.yaml")));
    assertThat(configuration.warnings()).isEmpty();
    String meaning = YAML.writeValueAsString(InstallationReader.tree(configuration.installation()));
    Path expected = folder.resolve("expected.yaml");
    if (Cases.WRITE) {
      Files.writeString(expected, meaning);
    }
    assertThat(meaning).isEqualTo(Files.readString(expected));

    Installation installation = configuration.installation();
    assertThat(installation.on(installation.kubeflow().release())).isEqualTo(installation);

    JsonNode told = YAML.readTree(meaning);
    if (told.path("overlays").isEmpty()) {
      ((ObjectNode) told).remove("overlays");
    }
    Source again = Source.of(expected, YAML.writeValueAsString(told));
    assertThat(reader.read(again).installation()).isEqualTo(installation);
  }
}
