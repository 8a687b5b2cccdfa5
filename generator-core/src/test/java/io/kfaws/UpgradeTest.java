package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kfaws.catalog.Catalogs;
import io.kfaws.catalog.ReleaseDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What changing {@code kubeflow.release} does, is what generating the changed configuration gives.
 */
class UpgradeTest {
  private static final Path CASE = Cases.HERE.resolve("goldens/v1.7.0-rds-s3-static-keys");
  private static final Path OUTPUT = CASE.resolve("expected");

  private final Kfaws kfaws = Kfaws.create();

  private static String configuration() throws IOException {
    return Files.readString(CASE.resolve("kfaws.yaml"));
  }

  private static Source source(String text) {
    return Source.of(CASE.resolve("kfaws.yaml"), text);
  }

  /** As a user would: the one line changed by hand, and generated again. */
  @Test
  void isWhatTheChangedLineGives() throws IOException {
    for (ReleaseDescriptor release : Catalogs.BUILT_IN.releases()) {
      for (String name : release.names()) {
        Upgrade upgrade = kfaws.upgrade(source(configuration()), OUTPUT, name);
        Generation byHand = kfaws.generate(source(configuration().replace("v1.7.0", name)), OUTPUT);
        assertThat(upgrade.after().files()).as(name).isEqualTo(byHand.files());
        assertThat(upgrade.after().warnings())
            .extracting(Diagnostic::message)
            .containsExactlyElementsOf(
                byHand.warnings().stream().map(Diagnostic::message).toList());
        assertThat(applied(upgrade)).as(name).isEqualTo(byHand.files());
        assertThat(upgrade.changes().isEmpty()).as(name).isEqualTo(name.equals("v1.7.0"));
      }
    }
  }

  private static SortedMap<String, String> applied(Upgrade upgrade) {
    SortedMap<String, String> files = new TreeMap<>(upgrade.before().files());
    for (Change change : upgrade.changes()) {
      assertThat(files.getOrDefault(change.path(), "")).isEqualTo(change.before());
      files.put(change.path(), change.after());
      if (change.kind() == Change.Kind.REMOVED) {
        files.remove(change.path());
      }
    }
    return files;
  }

  @Test
  void tellsAddedAndRemovedFiles() throws IOException {
    Generation large = kfaws.generate(source(configuration()), OUTPUT);
    Generation small = kfaws.generate(source(less()), OUTPUT);
    assertThat(new Upgrade(large, small).changes())
        .isNotEmpty()
        .anySatisfy(change -> assertThat(change.kind()).isEqualTo(Change.Kind.REMOVED))
        .anySatisfy(change -> assertThat(change.kind()).isEqualTo(Change.Kind.ADDED))
        .isSortedAccordingTo(Comparator.comparing(Change::path));
    assertThat(applied(new Upgrade(large, small))).isEqualTo(small.files());
    assertThat(applied(new Upgrade(small, large))).isEqualTo(large.files());
  }

  private static String less() throws IOException {
    return configuration().replace("overlays: [rds-s3]", "overlays: [rds-only]");
  }

  @Test
  void aBaseOfTheUsersOwnStaysAndIsTold() throws IOException {
    String text =
        configuration().replace("overlays:", "  base: https://example.com//kf?ref=x\noverlays:");
    Upgrade upgrade = kfaws.upgrade(source(text), OUTPUT, "26.03");
    assertThat(upgrade.after().files().get("rds-s3/kustomization.yaml"))
        .contains("https://example.com//kf?ref=x");
    assertThat(upgrade.after().warnings())
        .anySatisfy(
            warning -> {
              assertThat(warning.rule()).isEqualTo("base-not-upgraded");
              assertThat(warning.path()).isEqualTo("kubeflow.base");
              assertThat(warning.location().line()).isPositive();
            });
    assertThat(upgrade.before().warnings()).noneMatch(w -> w.rule().equals("base-not-upgraded"));
  }

  @Test
  void refusesWhatTheOtherReleaseIsNotOrCannotDo() throws IOException {
    String irsa = Files.readString(Cases.ROOT.resolve("overlays/rds-s3/kfaws.yaml"));
    refuses(irsa, "v1.11.0", "unsupported", "s3.access.irsa");
    refuses(irsa, "v1.6.0", "unknown-release", "kubeflow.release");
    refuses(irsa, "latest", "unknown-release", "kubeflow.release");
    refuses(irsa, "", "unknown-release", "kubeflow.release");
  }

  private void refuses(String configuration, String release, String rule, String path) {
    assertThatExceptionOfType(KfawsException.class)
        .isThrownBy(() -> kfaws.upgrade(source(configuration), OUTPUT, release))
        .satisfies(
            refusal ->
                assertThat(refusal.diagnostics())
                    .anySatisfy(
                        finding -> {
                          assertThat(finding.rule()).isEqualTo(rule);
                          assertThat(finding.path()).isEqualTo(path);
                          assertThat(finding.location().line()).isPositive();
                        }));
  }
}
