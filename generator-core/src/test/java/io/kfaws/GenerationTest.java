package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kfaws.files.FileTree;
import io.kfaws.iam.Graph;
import io.kfaws.iam.GraphText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {
  @Test
  void knowsWhoMayTouchWhat() throws IOException {
    Path folder = Cases.ROOT.resolve("overlays/rds-s3");
    Source configuration = Source.read(folder.resolve("kfaws.yaml"));
    Kfaws kfaws = Kfaws.create();
    Graph graph = kfaws.graph(configuration, folder.resolve("expected"));
    assertThat(GraphText.of(graph))
        .isEqualTo(GraphText.of(kfaws.generate(configuration, folder.resolve("expected")).graph()));
    assertThat(graph.accounts().keySet())
        .extracting(account -> account.namespace() + "/" + account.name())
        .contains("kubeflow/kubeflow-secrets-manager-sa");
  }

  /** What an earlier version wrote, a folder for each role, becomes what this one writes. */
  @Test
  void aFolderForEachRoleGoes(@TempDir Path output) throws IOException {
    Source configuration = Source.read(Cases.ROOT.resolve("overlays/rds-s3/kfaws.yaml"));
    Generation generation = Kfaws.create().generate(configuration, output);
    FileTree.Builder earlier = FileTree.builder();
    generation.files().forEach((path, text) -> earlier.put(earlier(path), earlier(text)));
    earlier.build().applyTo(output, Overwrite.REFUSE);
    Path ours = output.resolve("iam/roles/kf-pipelines/trust-policy.json");
    String before = Files.readString(ours);

    Files.writeString(ours, before + " ");
    assertThatThrownBy(() -> generation.apply(Overwrite.REFUSE))
        .hasMessageContaining(
            "kf-pipelines/trust-policy.json: error: is no longer generated, but was edited");
    assertThat(ours).hasContent(before + " ");

    Files.writeString(ours, before);
    generation.apply(Overwrite.REFUSE);
    assertThat(Cases.files(output)).containsAllEntriesOf(generation.files());
    assertThat(output.resolve("iam/roles")).isDirectoryNotContaining(Files::isDirectory);
  }

  private static String earlier(String text) {
    return text.replaceAll("(roles/[^/\\s\"]+?)\\.trust\\.json", "$1/trust-policy.json")
        .replaceAll("(roles/[^/\\s\"]+?)\\.(kfaws-[a-z]+)\\.json", "$1/$2.json");
  }
}
