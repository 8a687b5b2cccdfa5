package io.kfaws.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kfaws.Cases;
import io.kfaws.Diagnostic;
import io.kfaws.Source;
import io.kfaws.text.Document;
import io.kfaws.text.Resources;
import io.kfaws.text.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Validates each {@code src/test/schemas/<schema>/<good or bad>-<what>.yaml} by the schema that its
 * folder names. A good one passes; a bad one's first line is {@code # expects: <keyword> at
 * <pointer>}, and that keyword is violated there.
 */
class SchemaCasesTest {
  private static final Path CASES = Cases.HERE.resolve("schemas");
  private static final String IDS = "https://kfaws.io/schemas/";
  private static final String EXPECTS = "# expects: ";

  /** networknt itself, because what we make of its errors is not to be trusted here. */
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(SchemaCasesTest::text));

  private final Schemas schemas = new Schemas();

  private static String text(String id) {
    return Resources.read("schemas/" + id.substring(IDS.length()));
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return files().stream()
        .map(file -> dynamicTest(CASES.relativize(file).toString(), () -> isValidated(file)));
  }

  private void isValidated(Path file) throws IOException {
    Document document = Yaml.read(Source.read(file));
    Schema schema = registry.getSchema(SchemaLocation.of(IDS + schema(file)));
    Set<String> violations =
        schema.validate(document.root()).stream()
            .map(SchemaCasesTest::described)
            .collect(Collectors.toCollection(TreeSet::new));
    List<Diagnostic> findings = schemas.validate(schema(file), document);
    if (isGood(file)) {
      assertThat(violations).isEmpty();
      assertThat(findings).isEmpty();
    } else {
      String first = document.source().text().lines().findFirst().orElse("");
      assertThat(first).startsWith(EXPECTS);
      assertThat(violations).contains(first.substring(EXPECTS.length()));
      assertThat(findings)
          .isNotEmpty()
          .allSatisfy(finding -> assertThat(finding.location().line()).isPositive())
          .allSatisfy(finding -> assertThat(finding.hint()).isNotEmpty());
    }
  }

  private static String described(Error error) {
    String pointer = error.getInstanceLocation().toString();
    return error.getKeyword() + " at " + (pointer.isEmpty() ? "(root)" : pointer);
  }

  /** A schema without a case proves nothing: each has a good one and a bad one. */
  @Test
  void coverEverySchema() throws IOException {
    Set<String> good = new TreeSet<>();
    Set<String> bad = new TreeSet<>();
    for (Path file : files()) {
      (isGood(file) ? good : bad).add(schema(file));
    }
    Set<String> schemas = new TreeSet<>(Cases.files(Cases.ROOT.resolve("schemas")).keySet());
    // They have no documents of their own: the other schemas refer to their parts.
    schemas.remove("kubernetes/definitions.schema.json");
    schemas.remove("received/definitions.schema.json");
    assertThat(good).isEqualTo(schemas);
    assertThat(bad).isEqualTo(schemas);
  }

  private static boolean isGood(Path file) {
    return String.valueOf(file.getFileName()).startsWith("good-");
  }

  private static String schema(Path file) {
    Path folder = CASES.relativize(file.resolveSibling(""));
    return folder.toString().replace('\\', '/') + ".schema.json";
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(CASES)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
