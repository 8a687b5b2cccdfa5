package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kfaws.validate.ObjectValidator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests without a configuration. What is said of wrong ones, the command line's cases show. */
class ManifestValidatorTest {
  private static final Path EXPECTED = Cases.ROOT.resolve("overlays/rds-s3/expected");

  /** Whole objects, and policies; the rest of an overlay is patches and lists of files. */
  private static final Pattern WHOLE =
      Pattern.compile("profiles/all/team-.*|iam/roles/.*\\.json|.*/secret-provider\\.yaml");

  private final Kfaws kfaws = Kfaws.create();

  @Test
  void whatKfawsWritesIsValid() throws IOException {
    SortedMap<String, String> files = Cases.files(EXPECTED);
    files.keySet().removeIf(path -> !WHOLE.matcher(path).matches());
    assertThat(files)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            (path, text) -> assertThat(kfaws.validate(Source.of(Path.of(path), text))).isEmpty());
    assertThat(files.keySet().stream().flatMap(path -> kinds(files, path).stream()))
        .contains("Profile", "SecretProviderClass", "ServiceAccount", "IAM policy");
  }

  private List<String> kinds(SortedMap<String, String> files, String path) {
    return kfaws.kinds(Source.of(Path.of(path), files.getOrDefault(path, "")));
  }

  /** Each kind is validated by its own schema, which knows the kind's name and its API group. */
  @Test
  void kindsAreThoseOfTheirSchemas() {
    assertThat(ObjectValidator.kinds())
        .containsKeys("Profile", "SecretProviderClass")
        .allSatisfy(
            (kind, group) -> {
              String version = group.isEmpty() ? "v0" : group + "/v0";
              String text = "apiVersion: " + version + "\nkind: " + kind + "\nspek: {}\n";
              assertThat(validate(text))
                  .extracting(Diagnostic::path)
                  .contains("apiVersion", "spek")
                  .doesNotContain("kind");
            });
  }

  /** What is in a file is one line of a message, whatever it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'kind: \"a\\nb\"' | unknown-kind",
        "'kind: 5' | unknown-kind",
        "'kind: {a: b}' | unknown-kind",
        "'kind:' | unknown-kind",
        "'{apiVersion: \"a\\nb\", kind: Profile}' | unknown-kind",
        "'{apiVersion: 5, kind: Namespace, metadata: {name: a}}' | unknown-value",
        "'{kind: Namespace, metadata: {name: a}}' | missing-key",
        "'{kind: Experiment}' | missing-key",
        "'[]' | wrong-type",
        "'{}' | missing-key",
        "'{\"Version\": \"2012-10-17\"}' | missing-key",
        "'{\"statement\": []}' | unknown-key",
        "'{apiVersion: secrets-store.csi.x-k8s.io/v1, kind: SecretProviderClass,"
            + " metadata: {name: a, namespace: b}, spec: {provider: aws, parameters:"
            + " {region: us-west-2, objects: \"[{objectName: \\\"a\\\\nb\\\","
            + " objectType: secretsmanager}]\"}, secretObjects: [{secretName: a, type: Opaque,"
            + " data: [{objectName: \"c\\nd\", key: k}]}]}}' | unknown-alias",
        "'# nothing' | empty-file",
        "'\"' | yaml-syntax"
      })
  void strangeFilesHaveFindings(String text, String rule) {
    assertThat(validate(text)).extracting(Diagnostic::rule).contains(rule);
    assertThat(validate(text)).isSorted().allSatisfy(found -> assertThat(found.isError()).isTrue());
  }

  /** People paste secrets where they do not belong; logs are read by more than files are. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: v1, kind: Secret, stringData: {a: \"4711\", b: 4711}, data: {c: \"4711\"}}",
        "{apiVersion: v1, kind: ConfigMap, data: {a: 4711}}",
        "{apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {containers: [{name: a,"
            + " env: [{name: A, value: 4711}]}]}}}}",
      })
  void secretsAreNotRepeated(String text) {
    assertThat(validate(text))
        .isNotEmpty()
        .allSatisfy(found -> assertThat(found.toString()).doesNotContain("4711"))
        .anySatisfy(found -> assertThat(found.path()).matches("(stringData|data)\\.a|.*\\.value"));
  }

  /** They are told before anything else is, since that could repeat one; comments count, too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: v1, kind: ConfigMap, data: {a: \"key AKIAIOSFODNN7EXAMPLE\"}}",
        "{apiVersion: v1, kind: AKIAIOSFODNN7EXAMPLE}",
        "{apiVersion: v1, kind: ConfigMap, AKIAIOSFODNN7EXAMPLE: 1}",
        "{apiVersion: v1, kind: ConfigMap} # AKIAIOSFODNN7EXAMPLE",
        "{Version: \"2012-10-17\", Statement: [{Sid: AKIAIOSFODNN7EXAMPLE}]}",
        "a: {AKIAIOSFODNN7EXAMPLE: 1, b",
      })
  void credentialsAreRefused(String text) {
    assertThat(validate(text))
        .singleElement()
        .returns("credential", Diagnostic::rule)
        .satisfies(found -> assertThat(found.toString()).doesNotContain("AKIAIOSFODNN7EXAMPLE"));
  }

  @Test
  void whatIsNoYamlHasNoKinds() {
    assertThatExceptionOfType(KfawsException.class)
        .isThrownBy(() -> kfaws.kinds(Source.of(Path.of("a.yaml"), "")))
        .withMessageContaining("the file is empty");
  }

  private List<Diagnostic> validate(String text) {
    return kfaws.validate(Source.of(Path.of("a.yaml"), text));
  }
}
