package io.kfaws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kfaws.Cases;
import io.kfaws.Diagnostic;
import io.kfaws.kube.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Validates each {@code src/test/identity/cases/<case>}: generated files that differ from those in
 * {@code base} in one way, and what is said of them in {@code expected.txt}. Where a picture lies
 * beside them ({@code graph.txt}, {@code .mmd}, {@code .dot}, or {@code graph-<namespace>.txt} and
 * so on) it is what is drawn.
 *
 * <p>{@code -Dkfaws.goldens=write} writes what is expected anew.
 */
class GraphCasesTest {
  private static final Path FOLDER = Cases.HERE.resolve("identity");

  /** What the rules say; what cannot be read is told in the words of who reads. */
  private static final Set<String> RULES =
      Set.of(
          "bad-role-annotation",
          "broad-policy",
          "inline-policies-too-long",
          "no-such-role",
          "no-such-service-account",
          "no-trust-policy",
          "account-not-trusted",
          "open-trust",
          "too-many-managed-policies",
          "trust-account-mismatch",
          "trust-audience-mismatch",
          "deny-not-validated",
          "unknown-trust-issuer",
          "missing-trust-issuer",
          "trust-partition-mismatch",
          "trust-policy-too-long",
          "conflicting-role-annotation",
          "trusts-account-of-another-role",
          "wildcard-never-matches",
          "wildcard-subject",
          "policy-in-wrong-place");

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return Stream.concat(
            Stream.of(FOLDER.resolve("base")), Cases.folders(FOLDER.resolve("cases")).stream())
        .map(it -> dynamicTest(name(it), () -> isValidated(it)));
  }

  private static String name(Path folder) {
    return String.valueOf(folder.getFileName());
  }

  private static void isValidated(Path folder) throws IOException {
    SortedMap<String, String> files = Cases.files(FOLDER.resolve("base"));
    files.putAll(Cases.files(folder));
    Expectations expectations = ExpectationsFile.read(files);
    Graph graph = Graph.of(Bundle.of(generated(files)), expectations);
    List<Diagnostic> findings = GraphRules.check(graph, expectations);
    String said = findings.stream().map(it -> it + "\n").collect(Collectors.joining());
    Path expected = folder.resolve("expected.txt");
    if (Cases.WRITE) {
      Files.writeString(expected, said);
    }
    assertThat(said).isEqualTo(Files.readString(expected));
    boolean isGood = name(folder).startsWith("good-") || name(folder).equals("base");
    assertThat(findings.isEmpty()).isEqualTo(isGood);
    for (String picture : Cases.files(folder).keySet()) {
      if (picture.startsWith("graph")) {
        Path file = folder.resolve(picture);
        if (Cases.WRITE) {
          Files.writeString(file, drawn(graph, picture));
        }
        assertThat(drawn(graph, picture)).isEqualTo(Files.readString(file));
      }
    }
  }

  /** The files without the claims, the copies that the user keeps, and what is expected. */
  private static SortedMap<String, String> generated(SortedMap<String, String> files) {
    SortedMap<String, String> generated = new TreeMap<>(files);
    generated.keySet().removeIf(path -> !path.contains("/") || path.startsWith("trust/"));
    return generated;
  }

  private static String drawn(Graph whole, String picture) {
    String namespace = picture.replaceFirst("^graph-?(.*)\\.[a-z]+$", "$1");
    Graph graph = namespace.isEmpty() ? whole : whole.only(Set.of(namespace));
    return switch (picture.substring(picture.lastIndexOf('.'))) {
      case ".mmd" -> GraphMermaid.of(graph);
      case ".dot" -> GraphDot.of(graph);
      default -> GraphText.of(graph);
    };
  }

  /** A rule without a case proves nothing. */
  @Test
  void everyRuleHasItsCase() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path folder : Cases.folders(FOLDER.resolve("cases"))) {
      for (String line : Files.readAllLines(folder.resolve("expected.txt"))) {
        if (line.endsWith("]") && !line.startsWith(" ")) {
          found.add(line.substring(line.lastIndexOf('[') + 1, line.length() - 1));
        }
      }
    }
    assertThat(found).containsAll(RULES);
  }
}
