package io.kfaws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Cases;
import io.kfaws.Diagnostic;
import io.kfaws.Source;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import io.kfaws.text.Yaml;
import io.kfaws.text.YamlText;
import io.kfaws.validate.ManifestValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The table of rules: each {@code src/test/secrets/<rule>[.<what>]/refused.yaml} breaks the rule
 * that its folder names, and all that is said of it is {@code refused.txt}; its nearest neighbour
 * {@code accepted.yaml} breaks none, and is the same after it was read into the model and written
 * again. Beside the rules of the External Secrets Operator, {@code external.yaml} is what the
 * neighbour becomes.
 *
 * <p>{@code -Dkfaws.goldens=write} writes {@code refused.txt} and {@code external.yaml} anew.
 */
class SecretRulesTest {
  private static final Path RULES = Cases.HERE.resolve("secrets");

  private final ManifestValidator manifests = new ManifestValidator(new Schemas());

  @TestFactory
  Stream<DynamicTest> rules() throws IOException {
    return Cases.folders(RULES).stream()
        .map(folder -> dynamicTest(String.valueOf(folder.getFileName()), () -> validates(folder)));
  }

  private void validates(Path folder) throws IOException {
    boolean external = rule(folder).startsWith("external-");
    List<Document> refused = read(folder.resolve("refused.yaml"));
    String said = external ? operator(refused.get(0)) : provider(refused);
    assertIs(folder.resolve("refused.txt"), said);
    assertThat(said).contains("[" + rule(folder) + "]").contains("  hint: ");

    List<Document> accepted = read(folder.resolve("accepted.yaml"));
    assertThat(provider(accepted)).isEmpty();
    for (Document document : accepted) {
      roundTrips(SecretProviderClass.read(document));
    }
    if (external) {
      assertThat(operator(accepted.get(0))).isEmpty();
      carriesOver(SecretProviderClass.read(accepted.get(0)), folder.resolve("external.yaml"));
    }
  }

  /** What the validation of manifests says, places and all. */
  private String provider(List<Document> documents) {
    List<Diagnostic> findings = manifests.validate(documents.get(0).source());
    assertThat(findings)
        .allSatisfy(finding -> assertThat(finding.location().line()).isPositive())
        .allSatisfy(finding -> assertThat(finding.path()).isNotEmpty());
    return findings.stream().map(finding -> finding + "\n").collect(Collectors.joining());
  }

  private static String operator(Document document) {
    return ExternalSecrets.validate(SecretProviderClass.read(document)).stream()
        .map(
            violation ->
                Document.path(violation.at())
                    + ": "
                    + violation.message()
                    + " ["
                    + violation.rule()
                    + "]\n  hint: "
                    + violation.hint()
                    + "\n")
        .collect(Collectors.joining());
  }

  private void roundTrips(SecretProviderClass model) {
    Document written = written(model.tree());
    assertThat(manifests.validate(written)).isEmpty();
    assertThat(SecretProviderClass.read(written)).isEqualTo(model);
  }

  /** The Secrets keep their names, types and keys, and the validator knows the kinds. */
  private void carriesOver(SecretProviderClass model, Path expected) throws IOException {
    StringBuilder text = new StringBuilder();
    for (JsonNode manifest : ExternalSecrets.of(model, "default-editor", "1h")) {
      assertThat(manifests.validate(written(manifest))).isEmpty();
      text.append("---\n").append(YamlText.of(manifest));
    }
    assertIs(expected, text.toString());
  }

  private static Document written(JsonNode tree) {
    return Yaml.read(Source.of(Path.of("written.yaml"), YamlText.of(tree)));
  }

  private static void assertIs(Path expected, String said) throws IOException {
    if (Cases.WRITE) {
      Files.writeString(expected, said);
    }
    assertThat(said).isEqualTo(Files.readString(expected));
  }

  /** A rule without a case proves nothing. */
  @Test
  void everyRuleHasItsCases() throws IOException {
    Set<String> cases = new TreeSet<>();
    Cases.folders(RULES).forEach(folder -> cases.add(rule(folder)));
    assertThat(cases)
        .isEqualTo(
            Arrays.stream(SecretRule.values())
                .map(SecretRule::id)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static String rule(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
  }

  private static List<Document> read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    return Yaml.readAll(Source.of(Path.of(name), Files.readString(file)));
  }
}
