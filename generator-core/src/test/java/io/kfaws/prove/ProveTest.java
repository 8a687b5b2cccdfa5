package io.kfaws.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Cases;
import io.kfaws.Diagnostic;
import io.kfaws.Expected;
import io.kfaws.Generation;
import io.kfaws.Kfaws;
import io.kfaws.KfawsException;
import io.kfaws.Overwrite;
import io.kfaws.Proof;
import io.kfaws.Source;
import io.kfaws.Tasks;
import io.kfaws.build.RealEngine;
import io.kfaws.files.FileTree;
import io.kfaws.kube.Bundle;
import io.kfaws.text.Yaml;
import io.kfaws.text.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Walks {@code src/test/prove/cases} with the engine of this machine: each is generated on the
 * small base, or on one of its own, and broken on purpose in one way, or not at all. {@code
 * expected.txt} is what the proof says.
 */
class ProveTest {
  private static final Path FOLDER = Cases.HERE.resolve("prove");
  private static final Path TREES = Cases.HERE.resolve("trees");
  private static final boolean WRITE = "write".equals(System.getProperty("kfaws.goldens"));

  @TempDir private Path folder = Path.of("");

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> proves() throws IOException {
    writeBase();
    return Cases.folders(FOLDER.resolve("cases")).stream()
        .map(it -> dynamicTest(String.valueOf(it.getFileName()), () -> prove(it)));
  }

  /** The small base, on which all configurations of a walk are proven. */
  private void writeBase() throws IOException {
    Cases.write(folder.resolve("base"), Cases.files(FOLDER.resolve("base")));
  }

  private void prove(Path it) throws IOException {
    Engine engine = engine();
    Path here = folder.resolve("cases").resolve(String.valueOf(it.getFileName()));
    Cases.write(here, Cases.files(it));
    Path templates = here.resolve("templates");
    Kfaws kfaws = Files.isDirectory(templates) ? Kfaws.withTemplates(templates) : Kfaws.create();
    Source configuration = Source.read(here.resolve("kfaws.yaml"));
    Path output = here.resolve("overlays");
    Generation generation = kfaws.generate(configuration, output);
    generation.apply(Overwrite.REFUSE);

    expect(it, here, engine, () -> new Prover(engine).prove(Tasks.of(generation)));
  }

  /**
   * Walks {@code src/test/trees/prove}: the tree beside the cases with the files of the case in
   * place of its own, on the base beside them, or on the case's. So a rule can be broken that no
   * configuration breaks.
   */
  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> provesTrees() throws IOException {
    return Cases.folders(TREES.resolve("prove")).stream()
        .map(it -> dynamicTest(String.valueOf(it.getFileName()), () -> proveTree(it)));
  }

  private void proveTree(Path it) throws IOException {
    Engine engine = engine();
    Path here = folder.resolve("trees").resolve(String.valueOf(it.getFileName()));
    Cases.write(here.resolve("base"), laid("base", it));
    FileTree.Builder tree = FileTree.builder();
    laid("tree", it).forEach(tree::put);
    Path output = here.resolve("overlays");
    tree.build().applyTo(output, Overwrite.REFUSE);
    FileTree built = tree.build();
    String base = here.resolve("base").toString();
    Task task =
        new Task(Map.of(), base, built, Bundle.of(built.files()), output, List.of(), () -> {});
    expect(it, here, engine, () -> new Prover(engine).prove(task));
  }

  /**
   * What the goldens' configurations bring into profiles and other namespaces builds, and is right.
   */
  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> provesGoldens() throws IOException {
    writeBase();
    Expected expected = Expected.ofTheRepository();
    return expected.goldens().stream()
        .filter(it -> bringsSecretsOrExperiments(expected, it))
        .map(it -> dynamicTest(String.valueOf(it.getFileName()), () -> proveGolden(it)));
  }

  private static boolean bringsSecretsOrExperiments(Expected expected, Path golden) {
    try {
      return expected.of(golden).keySet().stream()
          .anyMatch(path -> path.matches("secrets/.*|profiles/\\w+/(secrets|experiments)/.*"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Their overlays, if they have any, stand on the small base: the real ones are built elsewhere.
   */
  private void proveGolden(Path it) throws IOException {
    Engine engine = engine();
    Path here = folder.resolve("goldens").resolve(String.valueOf(it.getFileName()));
    Cases.write(here, Cases.files(it));
    JsonNode configuration = Yaml.read(Source.read(here.resolve("kfaws.yaml"))).root();
    ((ObjectNode) configuration).withObject("kubeflow").put("base", "../../base");
    Files.writeString(here.resolve("kfaws.yaml"), YamlText.of(configuration));
    Source source = Source.read(here.resolve("kfaws.yaml"));
    Path output = here.resolve("overlays");
    Generation generation = Kfaws.create().generate(source, output);
    generation.apply(Overwrite.REFUSE);
    Proof proof = new Prover(engine).prove(Tasks.of(generation));
    assertThat(proof.findings()).isEmpty();
    assertThat(proof.overlays()).isNotEmpty();
  }

  private static SortedMap<String, String> laid(String what, Path it) throws IOException {
    SortedMap<String, String> files = Cases.files(TREES.resolve(what));
    files.putAll(Cases.files(it.resolve(what)));
    return files;
  }

  private interface Proving {
    Proof prove() throws IOException;
  }

  private static void expect(Path it, Path here, Engine engine, Proving proving)
      throws IOException {
    String told;
    try {
      told = tell(proving.prove());
    } catch (KfawsException e) {
      told = e.getMessage() + "\n";
    }
    String actual = told.replace(engine.toString(), "{engine}").replace(here.toString(), "{dir}");
    if (WRITE) {
      Files.writeString(it.resolve("expected.txt"), actual);
    }
    assertThat(actual).isEqualTo(Files.readString(it.resolve("expected.txt")));
  }

  private static String tell(Proof proof) {
    String found =
        proof.findings().stream().map(Diagnostic::toString).collect(Collectors.joining("\n"));
    assertThat(proof.isProven()).isEqualTo(found.isEmpty());
    return found.isEmpty() ? numbers(proof) : found + "\n";
  }

  /** What was looked at, so that a rule that looks at nothing shows. */
  private static String numbers(Proof proof) {
    boolean several = proof.overlays().size() > 1;
    return proof.overlays().stream()
        .flatMap(
            overlay ->
                overlay.results().stream()
                    .map(
                        result ->
                            (several ? overlay.name() + " " : "")
                                + result.rule()
                                + ": "
                                + result.proven()
                                + "\n"))
        .collect(Collectors.joining());
  }

  /** Each rule has a case that it finds something in; the one that cannot is a build's mutation. */
  @Test
  void everyRuleIsMadeToFail() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path cases : List.of(FOLDER.resolve("cases"), TREES.resolve("prove"))) {
      for (Path it : Cases.folders(cases)) {
        all.append(Files.readString(it.resolve("expected.txt")));
      }
    }
    List<String> rules =
        Stream.concat(BuildRules.ids().stream(), BuildRules.idsOfGroups().stream())
            .filter(id -> !id.equals("patch-residue"))
            .toList();
    assertThat(rules).allSatisfy(rule -> assertThat(all).contains("[" + rule + "]"));
  }

  private static Engine engine() {
    Optional<Engine> engine = RealEngine.find();
    if (engine.isEmpty()) {
      String missing =
          "no kustomize or kubectl on the path that is new enough; install one of them";
      if (RealEngine.isRequired()) {
        fail(missing);
      }
      abort(missing);
    }
    return engine.orElseThrow();
  }
}
