package io.kfaws.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kfaws.Cases;
import io.kfaws.Diagnostic;
import io.kfaws.Source;
import io.kfaws.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Validates each {@code src/test/rules/<rule>/<case>/refused.yaml} as a manifest that somebody else
 * wrote, and compares the findings with {@code expected.txt}; its nearest neighbour {@code
 * accepted.yaml} has none. A file may be a policy, {@code refused.json} and {@code accepted.json}.
 *
 * <p>{@code -Dkfaws.goldens=write} writes {@code expected.txt} anew.
 */
class RuleCasesTest {
  private final ManifestValidator manifests = new ManifestValidator(new Schemas());

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return Stream.concat(
            Cases.ofRules("refused.yaml").stream(), Cases.ofRules("refused.json").stream())
        .filter(folder -> !Files.exists(folder.resolve("external.yaml"))) // SecretRulesTest
        .map(folder -> dynamicTest(Cases.name(folder), () -> validates(folder)));
  }

  private void validates(Path folder) throws IOException {
    String type = Files.exists(folder.resolve("refused.yaml")) ? ".yaml" : ".json";
    List<Diagnostic> findings = validate(folder.resolve("refused" + type));
    String reported =
        findings.stream()
            .map(finding -> finding + "\n")
            .collect(Collectors.joining())
            .replace(folder.toString().replace('\\', '/') + "/", "");
    Path expected = folder.resolve("expected.txt");
    if (Cases.WRITE) {
      Files.writeString(expected, reported);
    }
    assertThat(reported).isEqualTo(Files.readString(expected));
    assertThat(findings)
        .extracting(Diagnostic::rule)
        .contains(String.valueOf(folder.resolveSibling("").getFileName()));
    assertThat(findings)
        .allSatisfy(finding -> assertThat(finding.location().line()).isPositive())
        .allSatisfy(finding -> assertThat(finding.hint()).isNotEmpty());
    assertThat(reported).doesNotContain("4711"); // it is where people put secrets
    assertThat(validate(folder.resolve("accepted" + type))).isEmpty();
  }

  private List<Diagnostic> validate(Path file) throws IOException {
    return manifests.validate(Source.read(file));
  }
}
