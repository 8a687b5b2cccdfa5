package io.kfaws.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kfaws.Diagnostic;
import io.kfaws.Imported;
import io.kfaws.Kfaws;
import io.kfaws.KfawsException;
import io.kfaws.MissingInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a repository cannot hold as a case: bytes, links, line breaks of Windows, many files. */
class OddFilesTest {
  private static final String PROFILE =
      "apiVersion: kubeflow.org/v1\nkind: Profile\nmetadata: {name: team-a}\nspec: {owner: {name:"
          + " alice@example.com}}\n";
  private static final String ACCOUNT =
      "kind: ServiceAccount\nmetadata: {name: default, namespace: team-a, annotations:"
          + " {eks.amazonaws.com/role-arn: 'arn:aws:iam::012345678901:role/b%d'}}\n---\n"
          + "kind: ServiceAccount\nmetadata: {name: default-editor, namespace: team-a, annotations:"
          + " {eks.amazonaws.com/role-arn: 'arn:aws:iam::012345678901:role/a%d'}}\n";
  private static final Map<MissingInput, String> GIVEN =
      Map.of(
          MissingInput.CLUSTER_NAME, "demo",
          MissingInput.ACCOUNT_ID, "012345678901",
          MissingInput.RELEASE, "26.03",
          MissingInput.OIDC_ISSUER,
              "https://oidc.eks.us-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF");

  @TempDir Path folder;

  @BeforeEach
  void aProfile() throws IOException {
    Files.writeString(folder.resolve("profile.yaml"), PROFILE.replace("\n", "\r\n"));
  }

  private Imported imported(Path... paths) throws IOException {
    return Kfaws.create().importFrom(List.of(paths), GIVEN);
  }

  @Test
  void bytesStayBehindUnlessTheyAreNamed() throws IOException {
    Path bytes = Files.write(folder.resolve("bytes.yaml"), new byte[] {(byte) 0xff, 0, 1});
    Files.write(folder.resolve("zeros.yaml"), "PNG\0\0".getBytes(StandardCharsets.UTF_8));
    Files.writeString(folder.resolve("bom.yaml"), "\ufeff" + PROFILE.replace("team-a", "team-b"));
    Imported imported = imported(folder);
    assertThat(imported.configuration()).contains("- name: team-a", "- name: team-b");
    assertThat(imported.notes())
        .extracting(Diagnostic::rule)
        .containsOnly("file-not-imported")
        .hasSize(2);
    assertThatExceptionOfType(KfawsException.class)
        .isThrownBy(() -> imported(folder, bytes, folder.resolve("gone.yaml")))
        .satisfies(
            e ->
                assertThat(e.diagnostics())
                    .extracting(Diagnostic::rule)
                    .containsExactly("no-such-file"));
    assertThatExceptionOfType(KfawsException.class)
        .isThrownBy(() -> imported(bytes))
        .withMessageContaining("not-utf-8");
  }

  /** Names are repeated in messages, so one that is a credential must not be. */
  @Test
  void credentialsAreNotRepeated() throws IOException {
    String key = "AKIAIOSFODNN7EXAMPLE";
    Files.writeString(folder.resolve("broken.yaml"), key + ": 1\n" + key + ": 2\n");
    Files.writeString(folder.resolve("named.yaml"), "kind: Pod\nmetadata: {name: " + key + "}\n");
    Files.writeString(folder.resolve("a.env"), key + "=1\nclusterName=" + key + "\nb=" + key);
    assertThat(imported(folder).notes())
        .hasSizeGreaterThan(4)
        .allSatisfy(note -> assertThat(note.rule()).isEqualTo("credential"))
        .noneSatisfy(note -> assertThat(note.toString()).contains(key));
  }

  @Test
  void linksInCirclesAndIntoNothingAreNotFollowed() throws IOException {
    Files.createSymbolicLink(folder.resolve("circle"), folder);
    Files.createSymbolicLink(folder.resolve("nothing.yaml"), Path.of("nowhere"));
    assertThat(imported(folder).notes()).isEmpty();
  }

  @Test
  void aFileThatIsNamedTwiceIsReadOnce() throws IOException {
    assertThat(imported(folder, folder.resolve("profile.yaml"), folder.resolve("./.")).notes())
        .isEmpty();
  }

  @Test
  void manyAlikeAreToldOnce() throws IOException {
    for (int i = 0; i < 1000; i++) {
      String text = "kind: ConfigMap\nmetadata: {name: a%d}\n---\n" + PROFILE + "---\n" + ACCOUNT;
      Files.writeString(
          folder.resolve("a" + i + ".yaml"),
          text.formatted(i, i, i).replace("team-a", "team-" + (i + 100)));
    }
    assertThat(imported(folder).notes())
        .extracting(Diagnostic::message)
        .satisfiesExactly(
            one -> assertThat(one).endsWith("(and 999 others alike)"),
            two -> assertThat(two).endsWith("(and 999 others alike)"));
  }
}
