package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;

import io.kfaws.iam.Graph;
import io.kfaws.iam.GraphText;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
}
