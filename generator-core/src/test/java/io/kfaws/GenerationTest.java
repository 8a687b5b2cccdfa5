package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;

import io.kfaws.files.FileTree;
import io.kfaws.iam.Graph;
import io.kfaws.iam.GraphText;
import io.kfaws.kube.Bundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GenerationTest {
  @Test
  void namesTheProfilesThatTheFilesBringOrPatch() {
    Graph nobody = new Graph(new TreeMap<>(), new TreeMap<>(), List.of());
    FileTree tree =
        FileTree.builder()
            .put("profiles/all/team-b.yaml", "kind: Namespace\n---\n" + profile("v1", "team-b"))
            .put("rds-s3/profiles/sample-profile/patch.yaml", profile("v1beta1", "sample"))
            .put("rds-s3/profiles/gone.yaml", profile("v1", "gone") + "$patch: delete\n")
            .put("rds-s3/other.yaml", "apiVersion: v1\nkind: Profile\nmetadata: {name: other}\n")
            .put("iam/README.md", "kind: Profile\n")
            .build();
    assertThat(generation(tree, nobody).profiles()).containsExactly("sample", "team-b");
  }

  private static Generation generation(FileTree tree, Graph graph) {
    Bundle bundle = Bundle.of(tree.files());
    return new Generation(tree, bundle, Path.of("out"), List.of(), graph, List.of());
  }

  private static String profile(String version, String name) {
    return "apiVersion: kubeflow.org/"
        + version
        + "\nkind: Profile\nmetadata: {name: "
        + name
        + "}\n";
  }

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
}
