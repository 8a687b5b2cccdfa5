package io.kfaws.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kfaws.Cases;
import io.kfaws.Source;
import io.kfaws.text.Document;
import io.kfaws.text.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The examples of {@code docs/gitops.md} are what people copy: each is strict YAML and says the
 * words without which objects of profiles are deleted when a folder becomes two.
 */
class GitOpsPageTest {
  private static final Path PAGE = Cases.ROOT.resolve("docs/gitops.md");

  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

  /** {@code [label](path)}, unless it leads out of the repository. */
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

  private static final String SYNC_OPTIONS = "/spec/template/spec/syncPolicy/syncOptions";

  private final String text;
  private final Map<String, JsonNode> objects;

  GitOpsPageTest() throws IOException {
    text = Files.readString(PAGE);
    objects =
        examples()
            .flatMap(example -> Yaml.readAll(Source.of(PAGE, example)).stream())
            .map(Document::root)
            .collect(Collectors.toMap(root -> root.path("kind").asText(), root -> root));
  }

  private Stream<String> examples() {
    return EXAMPLE.matcher(text).results().map(example -> example.group(1));
  }

  @Test
  void applicationsThatGoLeaveTheirObjects() {
    JsonNode set = object("ApplicationSet", "argoproj.io/v1alpha1");
    assertThat(set.at("/spec/syncPolicy/preserveResourcesOnDeletion").isBoolean()).isTrue();
    assertThat(set.at("/spec/syncPolicy/preserveResourcesOnDeletion").booleanValue()).isTrue();
    assertThat(set.findValues("finalizers")).isEmpty();
    assertThat(set.at("/spec/generators/0/git/directories/0/path").asText()).endsWith("profiles/*");
    assertThat(set.at("/spec/template/spec/source/path").asText()).isEqualTo("{{.path.path}}");
    assertThat(set.at("/spec/template/metadata/name").asText()).contains("{{.path.");
    assertThat(set.at("/spec/goTemplate").booleanValue()).isTrue();
  }

  @Test
  void argoAppliesOnTheServer() {
    JsonNode options = object("ApplicationSet", "argoproj.io/v1alpha1").at(SYNC_OPTIONS);
    assertThat(options)
        .extracting(JsonNode::asText)
        .contains("ServerSideApply=true")
        .doesNotContain("Replace=true", "FailOnSharedResource=true");
  }

  @Test
  void kustomizationsThatGoLeaveTheirObjects() {
    JsonNode flux = object("Kustomization", "kustomize.toolkit.fluxcd.io/v1");
    assertThat(flux.at("/spec/deletionPolicy").asText()).isEqualTo("Orphan");
    assertThat(flux.at("/spec/path").asText()).endsWith("/profiles");
    assertThat(flux.findValues("postBuild")).isEmpty();
    assertThat(flux.findValues("finalizers")).isEmpty();
  }

  @Test
  void theKustomizationAppliesTheRepository() {
    JsonNode flux = object("Kustomization", "kustomize.toolkit.fluxcd.io/v1");
    JsonNode repository = object("GitRepository", "source.toolkit.fluxcd.io/v1");
    assertThat(flux.at("/spec/sourceRef/kind").asText()).isEqualTo("GitRepository");
    assertThat(flux.at("/spec/sourceRef/name")).isEqualTo(repository.at("/metadata/name"));
    assertThat(flux.at("/metadata/namespace")).isEqualTo(repository.at("/metadata/namespace"));
  }

  @Test
  void nothingNamesARealRepository() {
    assertThat(
            objects.values().stream()
                .flatMap(root -> Stream.of("url", "repoURL").map(root::findValues))
                .flatMap(List::stream)
                .map(JsonNode::asText))
        .isNotEmpty()
        .containsOnly("https://github.com/example/platform");
  }

  /** The annotations of which the page speaks are those that are generated, to the letter. */
  @Test
  void annotationsAreThoseThatAreGenerated() throws IOException {
    String profile =
        Files.readString(Cases.ROOT.resolve("overlays/rds-s3/expected/profiles/all/team-a.yaml"));
    List<String> told =
        Pattern.compile("\\| `([a-z.]+/[a-z-]+: [^`]+)` \\|")
            .matcher(text)
            .results()
            .map(row -> row.group(1))
            .toList();
    assertThat(told).hasSize(3);
    assertThat(told)
        .allSatisfy(
            annotation ->
                assertThat(profile.lines().filter(line -> line.strip().equals(annotation)))
                    .as("once on the Namespace, once on the Profile")
                    .hasSize(2));
  }

  @Test
  void readmeLeadsHere() throws IOException {
    List<String> links =
        LINK.matcher(Files.readString(Cases.ROOT.resolve("README.md")))
            .results()
            .map(link -> link.group(1))
            .toList();
    assertThat(links).contains("docs/gitops.md");
    assertThat(links).allSatisfy(link -> assertThat(Cases.ROOT.resolve(link)).exists());
  }

  private JsonNode object(String kind, String apiVersion) {
    assertThat(objects).containsKey(kind);
    JsonNode root = objects.getOrDefault(kind, MissingNode.getInstance());
    assertThat(root.path("apiVersion").asText()).isEqualTo(apiVersion);
    return root;
  }
}
