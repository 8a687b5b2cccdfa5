package io.kfaws.katib;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Cases;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * {@code schemas/katib/job.schema.json} is what follows from Kubernetes' OpenAPI document, as
 * {@code io.fabric8:kubernetes-model-validator} brings it.
 *
 * <p>{@code -Dkfaws.goldens=write} writes it anew, for example for another version of that
 * artifact.
 */
class JobSchemaTest {
  private static final Path FILE = Cases.ROOT.resolve("schemas/katib/job.schema.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Down to here every member has a line of its own. */
  private static final int LINES = 4;

  @Test
  void followsFromKubernetes() throws IOException {
    ObjectNode derived = JobSchema.of(definitions());
    String text = text(derived, 0) + "\n";
    if (Cases.WRITE) {
      Files.writeString(FILE, text);
    }
    assertThat(JSON.readTree(Files.readString(FILE))).isEqualTo(derived);
    assertThat(Files.readString(FILE)).isEqualTo(text);
  }

  private static JsonNode definitions() throws IOException {
    try (InputStream in = JobSchemaTest.class.getResourceAsStream("/openshift-generated.json")) {
      return JSON.readTree(Objects.requireNonNull(in)).path("definitions");
    }
  }

  /** JSON that can be read: a line for each property of a definition. */
  private static String text(JsonNode node, int depth) throws IOException {
    if (!node.isObject() || node.isEmpty() || depth >= LINES) {
      return JSON.writeValueAsString(node);
    }
    StringBuilder text = new StringBuilder("{\n");
    String indent = "  ".repeat(depth + 1);
    String separator = "";
    for (var member : node.properties()) {
      text.append(separator).append(indent).append(JSON.writeValueAsString(member.getKey()));
      text.append(": ").append(text(member.getValue(), depth + 1));
      separator = ",\n";
    }
    return text.append("\n").append("  ".repeat(depth)).append("}").toString();
  }
}
