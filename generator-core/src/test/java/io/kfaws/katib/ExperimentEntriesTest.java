package io.kfaws.katib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Cases;
import io.kfaws.Diagnostic;
import io.kfaws.Generation;
import io.kfaws.Kfaws;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import io.kfaws.text.Document;
import io.kfaws.text.Yaml;
import io.kfaws.text.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Experiments that a configuration asks for, compared with what others wrote: Katib's own examples
 * ({@code kfaws.katib.examples}) and the AWS distribution's page ({@code kfaws.katib.page}).
 */
class ExperimentEntriesTest {
  private static final String EXAMPLES = "kfaws.katib.examples";
  private static final String PAGE = "kfaws.katib.page";
  private static final Path SEED = Cases.HERE.resolve("goldens/seed-experiment");

  private final Kfaws kfaws = Kfaws.create();

  /** Each example's spec, written into a configuration, comes out again as it is. */
  @TestFactory
  Stream<DynamicTest> examples() throws IOException {
    Optional<Path> folder = Outside.named(EXAMPLES);
    if (folder.isEmpty()) {
      return Stream.of(
          dynamicTest(
              "examples", () -> Outside.missing(EXAMPLES, "the folder of Katib's examples")));
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      List<Path> examples = files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
      assertThat(examples).isNotEmpty();
      return examples.stream()
          .map(example -> dynamicTest(String.valueOf(example.getFileName()), () -> keeps(example)));
    }
  }

  private void keeps(Path example) throws IOException {
    Document given = Yaml.read(Source.read(example));
    Source configuration = configuration(given.root());
    List<String> broken =
        ExamplesTest.BROKEN.getOrDefault(String.valueOf(example.getFileName()), List.of());
    if (broken.isEmpty()) {
      assertSame(generated(configuration, "team-a"), given.root(), "team-a");
    } else {
      assertThatExceptionOfType(KfawsException.class)
          .isThrownBy(() -> generated(configuration, "team-a"))
          .satisfies(
              e ->
                  assertThat(e.diagnostics().stream().filter(Diagnostic::isError))
                      .extracting(Diagnostic::rule)
                      .isEqualTo(broken))
          .satisfies(
              e ->
                  assertThat(e.diagnostics())
                      .allSatisfy(f -> assertThat(f.path()).startsWith("experiments[0].spec.")));
    }
  }

  /** The configuration of the golden beside the experiment that the page's shell writes. */
  @Test
  void seed() throws IOException {
    Optional<Path> page = Outside.named(PAGE);
    if (page.isEmpty()) {
      Outside.missing(PAGE, "the AWS distribution's page on Katib");
    }
    String text = KatibPage.experiment(page.orElseThrow());
    JsonNode given = Yaml.read(Source.of(Path.of("experiment.yaml"), text)).root();
    Source configuration = Source.read(SEED.resolve("kfaws.yaml"));
    assertSame(generated(configuration, "katib-users"), given, "katib-users");
  }

  /** The same but for the profile's namespace, and the word to Flux. */
  private static void assertSame(JsonNode generated, JsonNode given, String namespace) {
    ObjectNode expected = given.deepCopy();
    ((ObjectNode) expected.path("metadata"))
        .put("namespace", namespace)
        .putObject("annotations")
        .put(Experiment.SUBSTITUTE, Experiment.DISABLED);
    assertThat(Sameness.same(generated, expected)).as(YamlText.of(generated)).isTrue();
  }

  private JsonNode generated(Source configuration, String profile) throws IOException {
    Generation generation = kfaws.generate(configuration, Path.of("overlays"));
    String path = "profiles/all/experiments/" + profile + ".yaml";
    String text = generation.files().getOrDefault(path, "");
    return Yaml.read(Source.of(Path.of(path), text)).root();
  }

  private static Source configuration(JsonNode experiment) throws IOException {
    Path file = SEED.resolve("kfaws.yaml");
    ObjectNode configuration = Yaml.read(Source.read(file)).root().deepCopy();
    configuration
        .putArray("profiles")
        .addObject()
        .put("name", "team-a")
        .put("owner", "alice@example.com");
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.set("name", experiment.at("/metadata/name"));
    entry.put("profile", "team-a").set("spec", experiment.path("spec"));
    configuration.putArray("experiments").add(entry);
    return Source.of(file, YamlText.of(configuration));
  }
}
