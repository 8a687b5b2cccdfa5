package io.kfaws.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kfaws.catalog.Catalogs;
import io.kfaws.catalog.ReleaseDescriptor;
import io.kfaws.kube.ObjectReference;
import io.kfaws.prove.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a descriptor tells of the order and of the empty keys of its base is so there, and is all.
 */
class FactsTest {
  @TestFactory
  Stream<DynamicTest> facts() {
    Builds.startAll();
    return Catalogs.BUILT_IN.releases().stream()
        .map(release -> dynamicTest(release.release(), () -> areTrue(release)));
  }

  private static void areTrue(ReleaseDescriptor release) throws Exception {
    Cell cell = Builds.CELLS.stream().filter(it -> isOf(it, release)).findFirst().orElseThrow();
    BuildTest.require(cell);

    JsonNode kustomization =
        new YAMLMapper()
            .readTree(
                Files.readString(
                    Upstream.example(release.release()).resolve("kustomization.yaml")));
    assertThat(release.sortOptions().orElse(MissingNode.getInstance()))
        .isEqualTo(kustomization.path("sortOptions"));

    Build build = Builds.build(cell);
    Set<LeftToOthers> left = LeftToOthers.in(build.built());
    List<String> kept =
        release
            .facts()
            .at("/serverSideApply/keptCaBundles")
            .valueStream()
            .map(JsonNode::asText)
            .toList();
    assertThat(left.stream().map(it -> it.object().name()).distinct().toList()).isEqualTo(kept);
    Set<LeftToOthers> told = LeftToOthers.toldBy(release);
    assertThat(told).isNotEmpty().noneMatch(left::contains);
    Set<LeftToOthers> all = new TreeSet<>(told);
    all.addAll(left);
    assertThat(all).isEqualTo(LeftToOthers.in(build.base()));
    assertThat(enforcedInProfiles(build)).isEqualTo(release.profilePodSecurity());
    for (JsonNode role : release.facts().at("/serverSideApply/aggregatedInServedReleases")) {
      assertThat(release.serves()).isNotEmpty();
      assertThat(build.base().keys("ClusterRole").map(ObjectReference::name))
          .doesNotContain(role.asText());
    }
  }

  /** The level that the profile controller of a base is told to enforce in each namespace. */
  private static String enforcedInProfiles(Build build) throws IOException {
    ObjectReference labels =
        build
            .base()
            .keys("ConfigMap")
            .filter(map -> map.name().startsWith("namespace-labels-data"))
            .findFirst()
            .orElseThrow();
    String text = build.base().get(labels).at("/data/namespace-labels.yaml").asText();
    return new YAMLMapper()
        .readTree(text)
        .path("pod-security.kubernetes.io/enforce")
        .asText("privileged");
  }

  /** The kinds of every cell come in its base's order, object by object. */
  @TestFactory
  Stream<DynamicTest> order() {
    Builds.startAll();
    return Builds.CELLS.stream().map(cell -> dynamicTest(cell.toString(), () -> isTheBases(cell)));
  }

  private static void isTheBases(Cell cell) throws Exception {
    BuildTest.require(cell);
    Build build = Builds.build(cell);
    List<String> before = build.base().order().stream().map(ObjectReference::label).toList();
    List<String> after = build.built().order().stream().map(ObjectReference::label).toList();
    assertThat(kinds(after, before)).isEqualTo(kinds(before, after));
  }

  private static List<String> kinds(List<String> labels, List<String> others) {
    return labels.stream().filter(others::contains).map(label -> label.split(" ", 2)[0]).toList();
  }

  private static boolean isOf(Cell cell, ReleaseDescriptor release) {
    return cell.release().equals(release.release());
  }
}
