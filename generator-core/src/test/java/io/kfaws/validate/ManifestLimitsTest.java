package io.kfaws.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kfaws.Diagnostic;
import io.kfaws.Source;
import io.kfaws.schema.Schemas;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No file of others ends the run, or keeps it busy for long. */
@Timeout(20)
class ManifestLimitsTest {
  private static final String CLASS =
      """
      apiVersion: secrets-store.csi.x-k8s.io/v1
      kind: SecretProviderClass
      metadata:
        name: %s
        namespace: team-a
      spec:
        provider: aws
        parameters:
          region: us-west-2
          objects: |
            - objectName: team-a/%s
              objectType: secretsmanager
              %s
      """;

  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject",
       "Resource": "arn:aws:s3:::%s/*"}]}
      """;

  private final ManifestValidator manifests = new ManifestValidator(new Schemas());

  static Stream<String> texts() {
    return Stream.of(
        "9".repeat(300_000),
        "1:0".repeat(50_000),
        "A_".repeat(50_000) + "A",
        "a.".repeat(50_000) + "a",
        "a/".repeat(50_000) + "a",
        "'" + "(".repeat(50_000) + "'",
        "'" + "{profile}".repeat(10_000) + "'",
        "'" + "<a".repeat(50_000) + "'",
        "'" + "${a".repeat(50_000) + "'",
        "'" + "{{".repeat(50_000) + "'",
        "[".repeat(50_000),
        "{a: ".repeat(50_000),
        "\"" + "\\\\".repeat(50_000) + "\"",
        "-".repeat(50_000) + "a");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("texts")
  void endsAtEachText(String text) {
    for (String key : List.of("objectAlias", "objectVersion", "filePermission")) {
      assertIsOnOneLine(validate("a.yaml", CLASS.formatted("a", "a", key + ": " + text)));
    }
    String path = "jmesPath: [{objectAlias: a, path: " + text + "}]";
    assertThat(validate("a.yaml", CLASS.formatted("a", "a", path))).isNotEmpty();
    assertIsOnOneLine(validate("a.yaml", CLASS.formatted("a", "a", text + ": a")));
    assertIsOnOneLine(validate("a.yaml", "kind: " + text));
    assertIsOnOneLine(validate("a.yaml", text));
    validate("a.json", POLICY.formatted(text));
  }

  @Test
  void readsManyDocuments() {
    String documents =
        IntStream.range(0, 2_000)
            .mapToObj(i -> CLASS.formatted("c" + i, "c" + i, "# \uD83D\uDE00"))
            .collect(Collectors.joining("---\n"));
    assertThat(validate("a.yaml", documents)).isEmpty();
  }

  @Test
  void readsALongLine() {
    String resource =
        "{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::b/%s\"}";
    String statement = resource.formatted("\uD83D\uDE00");
    String line = Stream.generate(() -> statement).limit(20_000).collect(Collectors.joining(","));
    String policy = "{\"Version\":\"2012-10-17\",\"Statement\":[" + line + "]}";
    assertThat(validate("a.yaml", policy)).hasSizeLessThan(10);
  }

  private List<Diagnostic> validate(String name, String text) {
    return manifests.validate(Source.of(Path.of(name), text));
  }

  private static void assertIsOnOneLine(List<Diagnostic> findings) {
    assertThat(findings)
        .allSatisfy(
            finding ->
                assertThat(finding.toString())
                    .hasSizeLessThan(7_000)
                    .matches("[^\n]*(\n  hint: [^\n]*)?"));
  }
}
