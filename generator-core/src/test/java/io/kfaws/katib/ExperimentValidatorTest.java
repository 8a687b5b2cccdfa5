package io.kfaws.katib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kfaws.Cases;
import io.kfaws.Diagnostic;
import io.kfaws.Source;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Validates each {@code src/test/katib/rules/<rule>/refused.yaml} and compares all that is said
 * with {@code expected.txt}; its nearest neighbour {@code accepted.yaml} has no finding at all.
 *
 * <p>{@code -Dkfaws.goldens=write} writes {@code expected.txt} anew.
 */
class ExperimentValidatorTest {
  private static final Path RULES = Cases.HERE.resolve("katib/rules");

  private final ExperimentValidator check = new ExperimentValidator(new Schemas());

  @TestFactory
  Stream<DynamicTest> rules() throws IOException {
    return Cases.folders(RULES).stream()
        .map(folder -> dynamicTest(String.valueOf(folder.getFileName()), () -> validates(folder)));
  }

  private void validates(Path folder) throws IOException {
    List<Diagnostic> findings = check(folder.resolve("refused.yaml"));
    String said =
        findings.stream()
            .map(finding -> finding + "\n")
            .collect(Collectors.joining())
            .replace(folder.toString().replace('\\', '/') + "/", "");
    Path expected = folder.resolve("expected.txt");
    if (Cases.WRITE) {
      Files.writeString(expected, said);
    }
    assertThat(said).isNotEmpty().isEqualTo(Files.readString(expected));
    assertThat(findings)
        .allSatisfy(finding -> assertThat(finding.location().line()).isPositive())
        .allSatisfy(finding -> assertThat(finding.path()).isNotEmpty())
        .allSatisfy(finding -> assertThat(finding.hint()).isNotEmpty());
    assertThat(said).doesNotContain("4711"); // it is where people put secrets
    assertThat(check(folder.resolve("accepted.yaml"))).isEmpty();
  }

  private List<Diagnostic> check(Path file) throws IOException {
    return check.check(Yaml.read(Source.read(file)));
  }
}
