package io.kfaws.katib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Diagnostic;
import io.kfaws.Source;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import io.kfaws.text.Yaml;
import io.kfaws.text.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Katib's own examples, each a file with one experiment in the folder that the system property
 * {@code kfaws.katib.examples} names, relative to the repository: they are read, validated,
 * written, and are the same when they are read again.
 */
class ExamplesTest {
  private static final String PROPERTY = "kfaws.katib.examples";

  /**
   * Examples that Katib's own webhook refuses, and why: {@code simple-pbt} allows three failures of
   * two trials, and {@code pipeline-run} writes its placeholder with parentheses, under another
   * name.
   */
  static final Map<String, List<String>> BROKEN =
      Map.of(
          "simple-pbt.yaml", List.of("trial-counts"),
          "pipeline-run.yaml", List.of("unused-trial-parameter"));

  private final ExperimentReader reader = new ExperimentReader(new Schemas());
  private final ExperimentValidator check = new ExperimentValidator(new Schemas());

  @TestFactory
  Stream<DynamicTest> examples() throws IOException {
    Optional<Path> folder = Outside.named(PROPERTY);
    if (folder.isEmpty()) {
      return Stream.of(
          dynamicTest(
              "examples", () -> Outside.missing(PROPERTY, "the folder of Katib's examples")));
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      List<Path> examples = files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
      assertThat(examples).isNotEmpty();
      return examples.stream().map(example -> dynamicTest(name(example), () -> keeps(example)));
    }
  }

  private void keeps(Path example) throws IOException {
    Document given = Yaml.read(Source.read(example));
    Experiment experiment = reader.read(given);
    Document written = experiment.document();
    assertThat(Sameness.same(written.root(), given.root())).as(experiment.yaml()).isTrue();
    assertThat(reader.read(written)).isEqualTo(experiment);

    assertThat(Sameness.same(inline(experiment).root().path("spec"), given.root().path("spec")))
        .as("inside another document")
        .isTrue();

    List<Diagnostic> findings = check.check(given);
    assertThat(findings)
        .allSatisfy(finding -> assertThat(finding.location().line()).isPositive())
        .allSatisfy(finding -> assertThat(finding.hint()).isNotEmpty());
    assertThat(findings.stream().filter(Diagnostic::isError).map(Diagnostic::rule))
        .as(findings.toString())
        .isEqualTo(BROKEN.getOrDefault(name(example), List.of()));
  }

  /** The manifest of an experiment that is in another document with its name and spec. */
  private static Document inline(Experiment experiment) {
    ObjectNode outer = JsonNodeFactory.instance.objectNode();
    ObjectNode entry = outer.putArray("experiments").addObject();
    entry.put("name", experiment.metadata().name()).set("spec", experiment.tree().path("spec"));
    Document document = Yaml.read(Source.of(Path.of("outer.yaml"), YamlText.of(outer)));
    JsonPointer at = JsonPointer.compile("/experiments/0");
    return InlineExperiment.read(new Schemas(), document, at, "team-a").manifest();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
