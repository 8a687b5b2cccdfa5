package io.kfaws.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kfaws.Cases;
import io.kfaws.files.FileTree;
import io.kfaws.katib.KatibFacts;
import io.kfaws.kube.Bundle;
import io.kfaws.kube.NamespaceLabels;
import io.kfaws.kube.Provided;
import io.kfaws.kube.Root;
import io.kfaws.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Validates each {@code src/test/trees/check/<case>}: the tree beside the cases with the files of
 * the case in place of its own. {@code expected.txt} is what is said; nothing, if all is well.
 */
class BundleValidatorTest {
  private static final Path TREES = Cases.HERE.resolve("trees");
  private static final Provided NOTHING = new Provided(Map.of(), Map.of(), List.of());
  private static final NamespaceLabels LABELS = new NamespaceLabels("baseline", new TreeMap<>());

  private final BundleValidator check = new BundleValidator(new Schemas());

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return Cases.folders(TREES.resolve("check")).stream()
        .map(it -> dynamicTest(String.valueOf(it.getFileName()), () -> says(it)));
  }

  private void says(Path it) throws IOException {
    SortedMap<String, String> files = Cases.files(TREES.resolve("tree"));
    files.putAll(Cases.files(it.resolve("tree")));
    String said = told(files);
    if (Cases.WRITE) {
      Files.writeString(it.resolve("expected.txt"), said);
    }
    assertThat(said).isEqualTo(Files.readString(it.resolve("expected.txt")));
  }

  private String told(SortedMap<String, String> files) {
    FileTree.Builder tree = FileTree.builder();
    files.forEach(tree::put);
    return check
        .check(Bundle.of(tree.build().files()), NOTHING, KatibFacts.newest(), LABELS, Set.of())
        .stream()
        .sorted()
        .map(finding -> finding + "\n")
        .collect(Collectors.joining());
  }

  /** Roots are found: an overlay's components are none, and neither is a folder of other files. */
  @Test
  void rootsAreTheOutermostKustomizations() throws IOException {
    List<Root> roots = Bundle.of(Cases.files(TREES.resolve("tree"))).roots();
    assertThat(roots)
        .extracting(Root::toString)
        .containsExactly("profiles/0", "profiles/1", "rds-s3");
    assertThat(roots).extracting(Root::isGroup).containsExactly(true, true, false);
    assertThat(roots).extracting(root -> root.manifests().size()).containsExactly(9, 6, 3);
  }

  /** A name that begins with a root's is another folder's. */
  @Test
  void aRootHasItsOwnFilesOnly() {
    SortedMap<String, String> tree = new TreeMap<>();
    for (String folder : List.of("a", "a-b", "a.b", "a0")) {
      tree.put(folder + "/kustomization.yaml", "resources: [x.yaml]\n");
      tree.put(folder + "/x.yaml", "kind: Namespace\n");
    }
    assertThat(Bundle.of(tree).roots())
        .hasSize(4)
        .allSatisfy(root -> assertThat(root.findings()).isEmpty())
        .allSatisfy(root -> assertThat(root.manifests()).hasSize(2));
  }
}
