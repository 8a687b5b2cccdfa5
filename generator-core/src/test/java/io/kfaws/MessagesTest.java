package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Generates each {@code src/test/rules/<rule>/<case>/kfaws.yaml}, with the folder {@code templates}
 * beside it as the user's own if there is one, and compares all that is said with {@code
 * expected.txt}: the findings of the stage that fails, or the warnings.
 *
 * <p>{@code -Dkfaws.goldens=write} writes {@code expected.txt} anew.
 */
class MessagesTest {
  /** {@code file:line:column: severity: message [rule]}, as editors and CI logs parse it. */
  private static final Pattern FINDING =
      Pattern.compile("[^\\s:]+(:[1-9]\\d*(:[1-9]\\d*)?)?: (error|warning): .+ \\[[a-z0-9-]+]");

  private static final Pattern HINT = Pattern.compile("  hint: \\S.*");

  /** Words of our tools, and what is left of values that are not there. */
  private static final Pattern JARGON =
      Pattern.compile(
          "additionalProperties|oneOf|anyOf|\\$ref|\\$defs|#/|\\^|\\(\\?|JSON ?Schema|JsonNode"
              + "|Jinja|com\\.|io\\.kfaws\\.|Exception|\\bnull\\b");

  /** What is pasted into the cases and must never be repeated. */
  private static final List<String> SECRETS =
      List.of(
          "AKIAIOSFODNN7EXAMPLE",
          "IOSFODNN7EXAMPLE",
          "wJalrXUtnFEMI",
          "hunter2",
          "0123456789abcdef0123456789abcdef01",
          "ABCDEFGHIJ",
          "glpat-",
          "BEGIN ",
          "LS0tLS1CRUdJTi",
          "IQoJb3JpZ2lu",
          "eyJhbGciOiJI",
          "dXNlcjpodW50ZXIy",
          "QUtJQUlPU0ZPRE5O",
          "xoxb-");

  @TestFactory
  Stream<DynamicTest> conditions() throws IOException {
    return Cases.ofRules("kfaws.yaml").stream()
        .map(folder -> dynamicTest(Cases.name(folder), () -> says(folder)));
  }

  private static void says(Path folder) throws IOException {
    String said = told(folder);
    if (Cases.WRITE) {
      Files.writeString(folder.resolve("expected.txt"), said);
    }
    assertThat(said)
        .as(folder.toString())
        .isNotEmpty()
        .isEqualTo(Files.readString(folder.resolve("expected.txt")));
    assertThat(said).as(folder.toString()).doesNotContain(SECRETS);
    List<String> lines = said.lines().toList();
    assertThat(lines.get(0)).matches(FINDING);
    assertThat(lines)
        .allSatisfy(line -> assertThat(line).matches(l -> isFinding(l) || isHint(l), "form"))
        .noneSatisfy(line -> assertThat(line).containsPattern(JARGON));
    assertThat(lines.stream().filter(MessagesTest::isFinding)).doesNotHaveDuplicates();
  }

  private static boolean isFinding(String line) {
    return FINDING.matcher(line).matches();
  }

  private static boolean isHint(String line) {
    return HINT.matcher(line).matches();
  }

  /** What a user reads, with paths as if it had been run in the case's folder. */
  private static String told(Path folder) throws IOException {
    String said =
        findings(folder).stream().map(finding -> finding + "\n").collect(Collectors.joining());
    return said.replace(folder.toString().replace('\\', '/') + "/", "");
  }

  private static List<Diagnostic> findings(Path folder) throws IOException {
    try {
      Path templates = folder.resolve("templates");
      Kfaws kfaws = Files.isDirectory(templates) ? Kfaws.withTemplates(templates) : Kfaws.create();
      Source configuration = Source.read(folder.resolve("kfaws.yaml"));
      return kfaws.generate(configuration, folder.resolve("out")).warnings();
    } catch (KfawsException e) {
      return e.diagnostics();
    }
  }

  @Test
  void templatesNeedAFolder() {
    Path folder = Cases.HERE.resolve("rules/unknown-key/configuration");
    String hint = "\n  hint: name the folder that holds your own versions of files under";
    for (String name : List.of("nowhere", "kfaws.yaml")) {
      assertThatExceptionOfType(KfawsException.class)
          .isThrownBy(() -> Kfaws.withTemplates(folder.resolve(name)))
          .withMessageContaining(
              "unknown-key/configuration/" + name + ": error: there is no such folder")
          .withMessageContaining(hint);
    }
  }
}
