package io.kfaws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Cases;
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
 * The table of rules: each {@code src/test/rules/<rule>/<case>/accepted.yaml} is the same after it
 * was read into the model and written again ({@code RuleCasesTest} validates it and its refused
 * neighbour). For the rules of the External Secrets Operator, {@code refused.yaml} is what the
 * provider takes and the operator cannot, and {@code external.yaml} is what the neighbour becomes.
 *
 * <p>{@code -Dkfaws.goldens=write} writes what is expected anew.
 */
class SecretRulesTest {
  private final Set<String> rules =
      Arrays.stream(SecretRule.values())
          .map(SecretRule::id)
          .collect(Collectors.toCollection(TreeSet::new));
  private final ManifestValidator manifests = new ManifestValidator(new Schemas());

  @TestFactory
  Stream<DynamicTest> rules() throws IOException {
    return cases().stream().map(folder -> dynamicTest(Cases.name(folder), () -> validates(folder)));
  }

  private void validates(Path folder) throws IOException {
    List<Document> accepted = read(folder.resolve("accepted.yaml"));
    for (Document document : accepted) {
      roundTrips(SecretProviderClass.read(document));
    }
    if (rule(folder).startsWith("external-")) {
      String reported = operator(read(folder.resolve("refused.yaml")).get(0));
      assertIs(folder.resolve("expected.txt"), reported);
      assertThat(reported).contains("[" + rule(folder) + "]").contains("  hint: ");
      assertThat(operator(accepted.get(0))).isEmpty();
      carriesOver(SecretProviderClass.read(accepted.get(0)), folder.resolve("external.yaml"));
    }
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
    cases().forEach(folder -> cases.add(rule(folder)));
    assertThat(cases).isEqualTo(rules);
  }

  private List<Path> cases() throws IOException {
    return Cases.ofRules("refused.yaml").stream()
        .filter(folder -> rules.contains(rule(folder)))
        .toList();
  }

  private static String rule(Path folder) {
    return String.valueOf(folder.resolveSibling("").getFileName());
  }

  private static List<Document> read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    return Yaml.readAll(Source.of(Path.of(name), Files.readString(file)));
  }
}
