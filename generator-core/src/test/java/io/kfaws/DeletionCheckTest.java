package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kfaws.files.FileTree;
import io.kfaws.iam.Graph;
import io.kfaws.kube.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No Profile goes unless it is named, and the folder is as it was whenever a run is refused. */
class DeletionCheckTest {
  private static final String TEAM_A = "profiles/all/team-a.yaml";
  private static final String LOSS =
      " and its namespace would go, with all that is in it: notebooks, volumes, secrets, runs,"
          + " models [profile-removed]";

  @TempDir Path parent;
  private Path output = Path.of("");

  @BeforeEach
  void name() {
    output = parent.resolve("out");
  }

  /** Every step from some of four Profiles to others, in one group and in one each. */
  @Test
  void letsGoWhatIsNamedAndNothingElse() throws IOException {
    List<String> names = List.of("a", "b", "kustomization-a", "team-a");
    for (int from = 0; from < 16; from++) {
      for (int to = 0; to < 16; to++) {
        Set<String> old = chosen(names, from);
        Set<String> configured = chosen(names, to);
        Set<String> gone = new TreeSet<>(old);
        gone.removeAll(configured);
        output = parent.resolve("out-" + from + "-" + to);
        written(grouped(old, from % 2 == 0));
        Generation generation = generation(grouped(configured, to % 3 == 0));
        assertThat(generation.removedProfiles()).isEqualTo(gone);
        if (!gone.isEmpty()) {
          assertThat(refused(generation, Overwrite.FORCE)).hasSameSizeAs(gone);
        }
        generation.apply(Overwrite.REFUSE, gone);
        assertThat(generation.preview())
            .isEqualTo(new Preview(List.of(), new TreeSet<>(), List.of()));
      }
    }
  }

  private static Set<String> chosen(List<String> names, int bits) {
    return IntStream.range(0, names.size())
        .filter(n -> (bits >> n & 1) == 1)
        .mapToObj(names::get)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> grouped(Collection<String> names, boolean together) {
    SortedMap<String, String> files = new TreeMap<>();
    SortedMap<String, String> lists = new TreeMap<>();
    for (String name : names) {
      String group = "profiles/" + (together ? "all" : name) + "/";
      files.put(group + name + ".yaml", profile(name));
      lists.merge(group + "kustomization.yaml", "  - " + name + ".yaml\n", String::concat);
    }
    lists.forEach((path, list) -> files.put(path, kustomization(list)));
    return files;
  }

  @Test
  void saysAllAtOnceAndWritesNothing() throws IOException {
    Map<String, String> old = grouped(List.of("team-a", "team-b", "team-c"), true);
    old.put("rds-s3/kustomization.yaml", "old\n");
    written(old);
    Files.writeString(output.resolve("rds-s3/kustomization.yaml"), "edited\n");
    Map<String, String> configured = grouped(List.of("team-b"), true);
    configured.put("rds-s3/kustomization.yaml", "new\n");
    SortedMap<String, String> before = Cases.files(output);
    List<String> said = refused(generation(configured), Overwrite.REFUSE, "team-x");
    assertThat(said)
        .containsExactly(
            output
                + "/profiles: error: no Profile team-x would go [profile-not-removed]\n"
                + "  hint: did you mean team-a? would go: team-a, team-c",
            output
                + "/profiles/all/team-a.yaml: error: Profile team-a"
                + LOSS
                + "\n  hint: put it back into profiles, or let it go by name: --delete-profile"
                + " team-a (kfaws.deleteProfiles)",
            output
                + "/profiles/all/team-c.yaml: error: Profile team-c"
                + LOSS
                + "\n  hint: put it back into profiles, or let it go by name: --delete-profile"
                + " team-c (kfaws.deleteProfiles)",
            output
                + "/rds-s3/kustomization.yaml: error: was edited by hand since kfaws wrote it"
                + " [edited-file]\n  hint: put the edit into the configuration or a template, or force the"
                + " run: the edit is then lost");
    assertThat(refused(generation(configured), Overwrite.FORCE, "team-c")).hasSize(1);
    assertThat(Cases.files(output)).isEqualTo(before);
  }

  @Test
  void warnsWhoLooksAtWhatWouldChange() throws IOException {
    written(grouped(List.of("team-a", "team-b"), true));
    Preview preview = generation(grouped(List.of("team-b"), false)).preview();
    assertThat(preview.removedProfiles()).containsExactly("team-a");
    assertThat(preview.changes()).hasSize(5);
    assertThat(preview.warnings())
        .singleElement()
        .hasToString(
            output
                + "/profiles/all/team-a.yaml: warning: Profile team-a"
                + LOSS
                + "\n  hint: generating refuses it unless asked by --delete-profile team-a"
                + " (kfaws.deleteProfiles)");
  }

  @Test
  void takesNoNameOfWhatStays() throws IOException {
    List<String> names = IntStream.range(10, 22).mapToObj(n -> "team-" + n).toList();
    written(grouped(names, true));
    Generation same = generation(grouped(names, true));
    assertThat(refused(same, Overwrite.REFUSE, "team-10", "other"))
        .containsExactly(
            output
                + "/profiles: error: Profile team-10 stays, the configuration has it [profile-not-removed]\n"
                + "  hint: take it out of profiles first, or do not name it",
            output
                + "/profiles: error: no Profile other would go [profile-not-removed]\n"
                + "  hint: no Profile would; name only those that a run refuses to remove");
    assertThat(refused(generation(Map.of()), Overwrite.REFUSE, "other").get(0))
        .endsWith(
            "hint: would go: team-10, team-11, team-12, team-13, team-14, team-15, team-16,"
                + " team-17, team-18, team-19, and 2 more");
  }

  @Test
  void countsAFileThatSomebodyDeleted() throws IOException {
    written(grouped(List.of("team-a", "team-b"), true));
    Files.delete(output.resolve(TEAM_A));
    Generation without = generation(grouped(List.of("team-b"), true));
    assertThat(refused(without, Overwrite.FORCE).get(0)).startsWith(output + "/" + TEAM_A + ": ");
    without.apply(Overwrite.REFUSE, Set.of("team-a"));
    assertThat(without.removedProfiles()).isEmpty();
  }

  /** Without the ledger kfaws owns no file, and the group's list is all that changes. */
  @Test
  void countsWhatIsNoLongerListed() throws IOException {
    written(grouped(List.of("team-a", "team-b"), true));
    Files.delete(output.resolve(".kfaws.sha256"));
    Generation without = generation(grouped(List.of("team-b"), true));
    assertThat(refused(without, Overwrite.FORCE).get(0))
        .startsWith(output + "/profiles/all/kustomization.yaml: ")
        .contains("Profile team-a");
  }

  @Test
  void countsWhatWasEdited() throws IOException {
    written(grouped(List.of("team-a", "team-b"), true));
    Files.writeString(output.resolve(TEAM_A), "{ no YAML\n--- \n" + profile("mine") + "---\n*no\n");
    assertThat(generation(grouped(List.of("team-a", "team-b"), true)).removedProfiles())
        .containsExactly("mine");
    assertThat(generation(grouped(List.of("team-b"), true)).removedProfiles())
        .containsExactly("mine", "team-a");
  }

  @Test
  void countsAProfileThatItsFileOutlives() throws IOException {
    written(Map.of(TEAM_A, profile("team-a").replace("/v1\n", "/v1beta1\n") + "---\nkind: Pod\n"));
    assertThat(generation(Map.of(TEAM_A, "kind: Pod\n")).removedProfiles())
        .containsExactly("team-a");
    assertThat(generation(Map.of("profiles/0/other.yaml", profile("team-a"))).removedProfiles())
        .isEmpty();
  }

  @Test
  void countsNothingElse() throws IOException {
    written(
        Map.of(
            "profiles/all/README.md", profile("told-of"),
            "profiles/all/kustomization.yaml", kustomization("  - ../base\n  - https://a/b.yaml\n"),
            "rds-s3/profiles/sample-profile/profile.yaml", profile("patched"),
            "iam/README.md", profile("told-of"),
            "profiles/all/seldon/profile.yaml", profile("x").replace("kubeflow.org", "seldon.io")));
    assertThat(generation(Map.of()).removedProfiles()).containsExactly("told-of");
    assertThat(generation(Map.of("a", "b")).preview().changes()).hasSize(6);
  }

  @Test
  void tellsTheLastSteps() {
    assertThat(lastSteps(List.of())).isEmpty();
    assertThat(lastSteps(Set.of("team-a")))
        .containsExactly(
            "Profile team-a and its namespace are still in the cluster: annotations keep Argo CD"
                + " and Flux from deleting them.",
            "To delete them, with all that is in the namespaces:",
            "  kubectl delete profile team-a",
            "  kubectl delete namespace team-a");
    assertThat(lastSteps(List.of("team-b", "team-a")))
        .startsWith(
            "Profiles team-a, team-b and their namespaces are still in the cluster: annotations"
                + " keep Argo CD and Flux from deleting them.")
        .endsWith("  kubectl delete namespace team-a team-b");
  }

  private List<String> lastSteps(Collection<String> profiles) {
    return LastSteps.afterDeletionOf(
        profiles, generation(Map.of()), new Applied(List.of(), List.of()));
  }

  private List<String> refused(Generation generation, Overwrite overwrite, String... deletions) {
    KfawsException refusal =
        catchThrowableOfType(
            KfawsException.class, () -> generation.apply(overwrite, Set.of(deletions)));
    assertThat(refusal).isNotNull();
    List<String> said = new ArrayList<>();
    refusal.diagnostics().stream().map(Diagnostic::toString).forEach(said::add);
    return said;
  }

  private void written(Map<String, String> files) throws IOException {
    generation(files).apply(Overwrite.REFUSE);
  }

  private Generation generation(Map<String, String> files) {
    FileTree.Builder tree = FileTree.builder();
    new TreeMap<>(files).forEach(tree::put);
    Graph nobody = new Graph(new TreeMap<>(), new TreeMap<>(), List.of());
    return new Generation(
        Source.of(Path.of("kfaws.yaml"), ""),
        output,
        List.of(),
        tree.build(),
        Bundle.of(tree.build().files()),
        nobody,
        List.of(),
        generation -> {
          throw new IllegalStateException("these files are not proven");
        },
        () -> {});
  }

  private static String profile(String name) {
    return """
        # Generated
        apiVersion: v1
        kind: Namespace
        metadata:
          name: NAME
        ---
        apiVersion: kubeflow.org/v1
        kind: Profile
        metadata:
          name: NAME
        spec:
          owner:
            kind: User
            name: alice@example.com
        """
        .replace("NAME", name);
  }

  private static String kustomization(String resources) {
    return "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n\nresources:\n"
        + resources;
  }
}
