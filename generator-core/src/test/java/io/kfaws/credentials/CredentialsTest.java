package io.kfaws.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Cases;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Source;
import io.kfaws.text.Yaml;
import io.kfaws.text.YamlText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Validates both sides of each row of {@code src/test/credentials/table.yaml}. What is said of the
 * refused side, in the path as well, never repeats the credential.
 */
class CredentialsTest {
  private static final Path TABLE = Cases.HERE.resolve("credentials/table.yaml");

  @TestFactory
  Stream<DynamicTest> table() throws IOException {
    JsonNode rows = Yaml.read(Source.read(TABLE)).root();
    assertThat(rows).hasSizeGreaterThan(60);
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> dynamicTest(row.path("of").asText(), () -> isToldApart(row)));
  }

  private static void isToldApart(JsonNode row) {
    String secret = row.path("secret").asText();
    assertThat(YamlText.of(row.path("refused"))).as("the row itself").contains(secret);
    assertThat(validate(row.path("refused"), Place.FILE))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("credential");
              assertThat(finding.message()).contains(row.path("says").asText());
              assertThat(finding.location().line()).isPositive();
              assertThat(finding.toString()).doesNotContain(secret);
            });
    assertThat(validate(row.path("accepted"), Place.FILE)).isEmpty();
  }

  private static List<Diagnostic> validate(JsonNode tree, Place place) {
    Source source = source(YamlText.of(tree));
    return Credentials.inFile(source, place, Yaml.readAll(source));
  }

  private static Source source(String text) {
    return Source.of(Path.of("a.yaml"), text);
  }

  /** In a configuration no value may stand under such a name, whatever it looks like. */
  @Test
  void aConfigurationHasNoPlaceForThem() {
    String configuration =
        "a: {password: '', token: 1, accessKeyId: x, api-key: $(A), tokenExpiration: 1}";
    assertThat(
            Credentials.inFile(
                source(configuration), Place.CONFIGURATION, Yaml.readAll(source(configuration))))
        .extracting(Diagnostic::path)
        .containsExactly("a.password", "a.token", "a.accessKeyId", "a.api-key");
  }

  /** A line of a block text, a comment and a broken file have places, too. */
  @Test
  void placesAreExact() {
    String text =
        """
        # AKIAIOSFODNN7EXAMPLE
        data:
          a: |
            one
            key AKIAIOSFODNN7EXAMPLE
          b: "two AKIAIOSFODNN7EXAMPLE"
        """;
    Source source = source(text);
    assertThat(Credentials.inFile(source, Place.FILE, Yaml.readAll(source)))
        .extracting(finding -> finding.location() + " " + finding.path())
        .containsExactly("a.yaml:1:3 ", "a.yaml:5:9 data.a", "a.yaml:6:6 data.b");
  }

  /** What is wrong with YAML is told in its words, so a credential in it is looked for first. */
  @Test
  void brokenYamlIsNotRepeated() {
    Source source = source("AKIAIOSFODNN7EXAMPLE: 1\nAKIAIOSFODNN7EXAMPLE: 2\n");
    assertThatExceptionOfType(KfawsException.class)
        .isThrownBy(() -> Credentials.read(source, Place.CONFIGURATION))
        .satisfies(
            e ->
                assertThat(e.diagnostics())
                    .hasSize(2)
                    .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo("credential")))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("AKIAIOSFODNN7EXAMPLE"));
    assertThatExceptionOfType(KfawsException.class)
        .isThrownBy(() -> Credentials.read(source("a: 1\na: 2\n"), Place.CONFIGURATION))
        .withMessageContaining("duplicate-key");
  }

  @Test
  void variablesAreFields() {
    Location at = new Location("params.env", 3, 16);
    assertThat(Credentials.inValue("MYSQL_PASSWORD", "hunter2", at))
        .singleElement()
        .returns(at, Diagnostic::location)
        .returns("MYSQL_PASSWORD", Diagnostic::path);
    assertThat(Credentials.inValue("dbHost", "hunter2", at)).isEmpty();
  }

  /** The bounds that the rule documents. */
  @Test
  void randomnessHasItsBounds() {
    assertThat(Randomness.bits("aaaaaaaaaaaaaaaa")).isZero();
    assertThat(Randomness.bits("abababab")).isEqualTo(1);
    assertThat(Randomness.bits("0123456789abcdef")).isEqualTo(4);
    assertThat(Randomness.in("a8f3k2m9q7w1z5x")).as("fifteen characters").isFalse();
    assertThat(Randomness.in("a8f3k2m9q7w1z5x0")).as("sixteen").isTrue();
    assertThat(Randomness.in("a1b2a1b2a1b2a1b2")).as("two bits each").isFalse();
  }
}
