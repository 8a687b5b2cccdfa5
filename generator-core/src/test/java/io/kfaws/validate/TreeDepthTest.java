package io.kfaws.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kfaws.Diagnostic;
import io.kfaws.Kfaws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kustomizations that list one another, thousands in a row, do not exhaust the stack. */
class TreeDepthTest {
  @Test
  void aTreeThatIsTooDeepIsAFinding(@TempDir Path folder) throws IOException {
    assertThat(findings(folder.resolve("fits"), 100)).isEmpty();
    Path deep = folder.resolve("deep");
    assertThat(findings(deep, 3_000))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("too-deep");
              assertThat(finding.path()).isEqualTo("resources[0]");
              assertThat(finding.location().source())
                  .endsWith("d99/kustomization.yaml")
                  .startsWith(deep.toString());
            });
  }

  private static List<Diagnostic> findings(Path folder, int depth) throws IOException {
    for (int i = 0; i < depth; i++) {
      Path one = Files.createDirectories(folder.resolve("d" + i));
      String next = i < depth - 1 ? "[../d" + (i + 1) + "]" : "[]";
      Files.writeString(one.resolve("kustomization.yaml"), "resources: " + next + "\n");
    }
    return Kfaws.create().validateTree(folder.resolve("d0")).findings();
  }
}
