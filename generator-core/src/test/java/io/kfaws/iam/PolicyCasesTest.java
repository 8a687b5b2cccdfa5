package io.kfaws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Cases;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import io.kfaws.text.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads each {@code src/test/identity/policies/<good or bad>-<what>/policy.json}. A good one is
 * written as {@code expected.json}, which means the same; what is said of a bad one is {@code
 * expected.txt}.
 *
 * <p>{@code -Dkfaws.goldens=write} writes what is expected anew.
 */
class PolicyCasesTest {
  private static final Path FOLDER = Cases.HERE.resolve("identity/policies");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return Cases.folders(FOLDER).stream()
        .map(it -> dynamicTest(String.valueOf(it.getFileName()), () -> isRead(it)));
  }

  private static void isRead(Path folder) throws IOException {
    boolean isGood = String.valueOf(folder.getFileName()).startsWith("good-");
    Path expected = folder.resolve(isGood ? "expected.json" : "expected.txt");
    String text = Files.readString(folder.resolve("policy.json"));
    String told = told(text, isGood);
    if (Cases.WRITE) {
      Files.writeString(expected, told);
    }
    assertThat(told).isEqualTo(Files.readString(expected));
    if (isGood) {
      assertThat(told(told, true)).as("read again").isEqualTo(told);
      assertThat(normal(JSON.readTree(told))).isEqualTo(normal(JSON.readTree(text)));
      assertThat(read(text).size()).isEqualTo(JSON.readTree(told).toString().length());
    }
  }

  private static String told(String text, boolean isGood) {
    try {
      Policy policy = read(text);
      assertThat(read(policy.json())).isEqualTo(policy);
      assertThat(isGood).as("found nothing").isTrue();
      return policy.json();
    } catch (KfawsException e) {
      assertThat(isGood).as(e.getMessage()).isFalse();
      return e.getMessage() + "\n";
    }
  }

  private static Policy read(String text) {
    return Policy.read(Yaml.read(Source.of(Path.of("policy.json"), text)));
  }

  /** What IAM takes for the same: one and a list of one, a number or boolean and its text. */
  private static JsonNode normal(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(it -> object.set(it.getKey(), normal(it.getValue())));
      return object;
    }
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (JsonNode item : node) {
      array.add(item.isObject() ? normal(item) : JsonNodeFactory.instance.textNode(item.asText()));
    }
    if (array.size() == 1) {
      return array.get(0);
    }
    return node.isArray() ? array : JsonNodeFactory.instance.textNode(node.asText());
  }
}
