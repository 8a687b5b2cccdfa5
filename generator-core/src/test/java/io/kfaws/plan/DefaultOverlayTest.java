package io.kfaws.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kfaws.Kfaws;
import io.kfaws.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A configuration that names no overlay gets the one that uses what it describes. */
class DefaultOverlayTest {
  private static final String CONFIGURATION =
      """
      apiVersion: kfaws.io/v1alpha1
      kind: Installation
      metadata: {name: ml-platform}
      cluster:
        name: demo
        region: us-west-2
        accountId: "012345678901"
        oidcIssuer: https://oidc.eks.us-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF
      """;
  private static final String RDS = "rds: {host: db.example.com, secretName: kf-rds-secret}\n";
  private static final String S3 =
      "s3: {bucket: kf-artifacts, access: {irsa: {roleArn: \"arn:aws:iam::012345678901:role/kf\"}}}\n";
  private static final String READER =
      "secretsReader: {roleArn: \"arn:aws:iam::012345678901:role/kf-secrets-reader\"}\n";

  @ParameterizedTest
  @CsvSource({
    "rds, rds-only",
    "s3, s3-only",
    "rds s3, rds-s3",
  })
  void isTheOneThatUsesAll(String sections, String overlay) throws IOException {
    String text =
        CONFIGURATION
            + (sections.contains("rds") ? RDS : "")
            + (sections.contains("s3") ? S3 : "")
            + (sections.contains("rds") ? READER : "");
    var generation =
        Kfaws.create().generate(Source.of(Path.of("kfaws.yaml"), text), Path.of("out"));
    Set<String> folders = new TreeSet<>();
    generation.files().keySet().stream()
        .filter(path -> path.indexOf('/') > 0)
        .forEach(path -> folders.add(path.substring(0, path.indexOf('/'))));
    assertThat(folders).containsExactlyInAnyOrder(overlay, "iam");
    assertThat(generation.warnings()).isEmpty();
  }
}
