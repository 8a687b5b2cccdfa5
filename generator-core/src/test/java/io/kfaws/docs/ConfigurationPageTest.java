package io.kfaws.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kfaws.Cases;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} has what the schema of the configuration has. */
class ConfigurationPageTest {
  @Test
  void describesTheSchema() throws IOException {
    Path schema = Cases.ROOT.resolve("schemas/kfaws/installation.schema.json");
    String page = ConfigurationPage.of(new ObjectMapper().readTree(schema.toFile()));
    GeneratedPage.check("configuration.md", page);
  }
}
