package io.kfaws.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BundleTest {
  private static final Bundle BUNDLE =
      Bundle.of(
          new TreeMap<>(
              Map.of(
                  "profiles/all/team-b.yaml",
                  "kind: Namespace\n---\n" + profile("v1", "team-b"),
                  "rds-s3/profiles/sample-profile/patch.yaml",
                  profile("v1beta1", "sample"),
                  "rds-s3/profiles/gone.yaml",
                  profile("v1", "gone") + "$patch: delete\n",
                  "rds-s3/other.yaml",
                  "apiVersion: v1\nkind: Profile\nmetadata: {name: other}\n",
                  "iam/README.md",
                  "kind: Profile\n")));

  @Test
  void namesTheProfilesThatTheFilesBringOrPatch() {
    assertThat(BUNDLE.profiles("")).containsExactly("sample", "team-b");
  }

  @Test
  void namesThoseOfAFolderAlone() {
    assertThat(BUNDLE.profiles("profiles/")).containsExactly("team-b");
    assertThat(BUNDLE.profiles("secrets/")).isEmpty();
  }

  private static String profile(String version, String name) {
    return "apiVersion: kubeflow.org/"
        + version
        + "\nkind: Profile\nmetadata: {name: "
        + name
        + "}\n";
  }
}
