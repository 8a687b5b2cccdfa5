package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration names is read through no link that leads out of its folder. */
class LinksTest {
  private static final String HEAD =
      """
      apiVersion: kfaws.io/v1alpha1
      kind: Installation
      metadata: {name: links}
      cluster:
        name: demo
        region: us-west-2
        accountId: "012345678901"
        oidcIssuer: https://oidc.eks.us-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF
      profiles:
        - name: team-a
          owner: alice@example.com
      """;

  private static final String EXPERIMENT =
      """
      experiments:
        - {name: random, profile: team-a, file: given/it.yaml}
      """;

  private static final String SPEC =
      """
      objective: {type: maximize, objectiveMetricName: accuracy}
      algorithm: {algorithmName: random}
      maxTrialCount: 12
      parameters:
        - {name: lr, parameterType: double, feasibleSpace: {min: 0.01, max: 0.1}}
      trialTemplate:
        job:
          image: registry.example.com/train:1.0
          args: ["--lr=${trialParameters.lr}"]
      """;

  private static final String ROLE =
      """
      roles:
        - roleArn: arn:aws:iam::012345678901:role/other
          trustPolicy: given/it.json
          serviceAccounts:
            - {namespace: tools, name: tool}
      """;

  @TempDir private Path folder;
  private Path home;
  private Path elsewhere;

  @BeforeEach
  void folders() throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
  }

  @Test
  void anExperimentIsReadThroughNoLinkToAFileElsewhere() throws IOException {
    Files.writeString(elsewhere.resolve("it.yaml"), SPEC);
    Files.createDirectories(home.resolve("given"));
    Files.createSymbolicLink(home.resolve("given/it.yaml"), elsewhere.resolve("it.yaml"));
    assertRefused(Kfaws.create(), HEAD + EXPERIMENT, "given/it.yaml");
  }

  @Test
  void anExperimentIsReadThroughNoLinkToAFolderElsewhere() throws IOException {
    Files.writeString(elsewhere.resolve("it.yaml"), SPEC);
    Files.createSymbolicLink(home.resolve("given"), elsewhere);
    assertRefused(Kfaws.create(), HEAD + EXPERIMENT, "given/it.yaml");
  }

  @Test
  void linksWithinTheFolderAreFollowed() throws IOException {
    Files.createDirectories(home.resolve("..data"));
    Files.writeString(home.resolve("..data/it.yaml"), SPEC);
    Files.createSymbolicLink(home.resolve("given"), Path.of("..data"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), home);
    assertThat(generate(Kfaws.create(), link, HEAD + EXPERIMENT).warnings()).isEmpty();
  }

  @Test
  void aTrustPolicyIsReadThroughNoLinkElsewhere() throws IOException {
    Files.writeString(elsewhere.resolve("it.json"), "{}");
    Files.createSymbolicLink(home.resolve("given"), elsewhere);
    assertRefused(Kfaws.create(), HEAD + ROLE, "given/it.json");
  }

  @Test
  void aTemplateIsReadThroughNoLinkElsewhere() throws IOException {
    Files.writeString(elsewhere.resolve("profile.yaml.j2"), "secret");
    Path templates = Files.createDirectories(home.resolve("templates"));
    Files.createSymbolicLink(templates.resolve("profiles"), elsewhere);
    assertRefused(Kfaws.withTemplates(templates), HEAD, "templates/profiles/profile.yaml.j2");
    Files.delete(templates.resolve("profiles"));
    Files.createDirectories(templates.resolve("profiles"));
    Files.createSymbolicLink(
        templates.resolve("profiles/profile.yaml.j2"), elsewhere.resolve("profile.yaml.j2"));
    assertRefused(Kfaws.withTemplates(templates), HEAD, "templates/profiles/profile.yaml.j2");
  }

  private void assertRefused(Kfaws kfaws, String configuration, String file) {
    assertThatExceptionOfType(KfawsException.class)
        .isThrownBy(() -> generate(kfaws, home, configuration))
        .satisfies(
            e -> {
              assertThat(e.diagnostics()).hasSize(1);
              assertThat(e.diagnostics().get(0).rule()).isEqualTo("link-out-of-folder");
              assertThat(e.diagnostics().get(0).location().source())
                  .isEqualTo(home.resolve(file).toString());
            });
  }

  private static Generation generate(Kfaws kfaws, Path home, String text) throws IOException {
    return kfaws.generate(Source.of(home.resolve("kfaws.yaml"), text), home.resolve("out"));
  }
}
