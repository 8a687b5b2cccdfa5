package io.kfaws.installation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kfaws.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No profile can take a namespace that kubeflow/manifests brings. */
class ReservedNamespaceTest {
  private static final Pattern MARKER = Pattern.compile("(?m)^---");
  private static final Pattern NAMESPACE = Pattern.compile("(?m)^kind: Namespace$");
  private static final Pattern NAME = Pattern.compile("(?m)^ {2,4}name: ([a-z0-9-]+)$");

  /** What kustomize renames, and the sample profile's, which a configuration may describe. */
  private static final Set<String> OTHERS = Set.of("system", "kubeflow-user-example-com");

  @Test
  void holdsAllOfTheManifests() throws IOException {
    String folder =
        Optional.ofNullable(System.getProperty("kfaws.manifests")).orElse("target/manifests");
    Path manifests = Cases.ROOT.resolve(folder);
    assumeTrue(Files.isDirectory(manifests), "there are no manifests in " + manifests);
    Set<String> names = new TreeSet<>();
    try (Stream<Path> walk = Files.walk(manifests.toRealPath())) {
      for (Path file : walk.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        add(Files.readString(file), names);
      }
    }
    names.removeAll(OTHERS);
    assertThat(names).contains("kubeflow", "istio-system").allMatch(ReservedNamespace::is);
  }

  private static void add(String text, Set<String> names) {
    MARKER
        .splitAsStream(text)
        .filter(document -> NAMESPACE.matcher(document).find())
        .map(NAME::matcher)
        .filter(Matcher::find)
        .forEach(name -> names.add(name.group(1)));
  }

  @Test
  void leavesOtherNames() {
    assertThat(Stream.of("team-a", "kubeflow-user-example-com", "kube", "defaults"))
        .noneMatch(ReservedNamespace::is);
    assertThat(Stream.of("default", "kube-system", "kube-x")).allMatch(ReservedNamespace::is);
  }
}
