package io.kfaws.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Overwrite;
import io.kfaws.ProveOptions;
import io.kfaws.files.FileTree;
import io.kfaws.kube.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Engines that are missing, too old, failing or slow, played by scripts. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for a POSIX shell")
class EngineTest {
  /** Refuses kubectl's question, as kustomize does. */
  private static final String KUSTOMIZE =
      "case \"$*\" in *--client*) echo 'unknown flag: --client' >&2; exit 1;; esac\n";

  /** Tells a version, and goes on where it is to build. */
  private static final String BUILDS = KUSTOMIZE + "case $1 in version) echo v5.5.0; exit;; esac\n";

  /** Enough for any script, however busy the machine is. */
  private static final Duration ENOUGH = Duration.ofMinutes(1);

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "v5.5.0, 5.5.0",
    "v5.7.1, 5.7.1",
    "{Version:kustomize/v5.5.0 GitCommit:0 BuildDate:2024}, 5.5.0",
    "v10.0.0, 10.0.0"
  })
  void tellsItsVersion(String told, String version) throws IOException {
    Engine engine = find(KUSTOMIZE + "echo '" + told + "'\n");
    assertThat(engine.version()).hasToString(version);
    assertThat(engine.build()).containsExactly("build");
  }

  @Test
  void kubectlTellsTheKustomizeInIt() throws IOException {
    Engine engine = find("echo '{\"clientVersion\": {}, \"kustomizeVersion\": \"v5.6.0\"}'\n");
    assertThat(engine.version()).hasToString("5.6.0");
    assertThat(engine.build()).containsExactly("kustomize");
  }

  @ParameterizedTest
  @CsvSource({"v5.4.3", "v3.9.2", "{Version:kustomize/v4.5.7 GitCommit:0}"})
  void refusesAnOldOne(String told) {
    Diagnostic found = refusal(KUSTOMIZE + "echo '" + told + "'\n");
    assertThat(found.rule()).isEqualTo("old-engine");
    assertThat(found.message()).contains("is too old").contains("5.5.0");
    assertThat(found.hint()).contains("install kustomize 5.5.0 or newer");
  }

  @Test
  void refusesAKubectlThatDoesNotTell() {
    assertThat(refusal("echo '{\"clientVersion\": {\"minor\": \"21\"}}'\n").rule())
        .isEqualTo("old-engine");
  }

  @Test
  void refusesWhatIsNoEngine() {
    assertThat(refusal("echo hello\n").rule()).isEqualTo("unknown-engine");
    assertThat(refusal("exit 7\n").rule()).isEqualTo("unknown-engine");
  }

  @Test
  void saysThatThereIsNone() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(
            () -> Engine.find(Optional.of(missing.toString()), ProveOptions.DEFAULT.timeout()))
        .isInstanceOf(KfawsException.class)
        .hasMessage(
            missing
                + ": error: there is no such program, or it is none that can be run [no-engine]\n"
                + "  hint: install kustomize 5.5.0 or newer, or kubectl 1.32 or newer, or name one"
                + " with --engine (kfaws.engine)");
  }

  @Test
  void aFloodOfWordsIsCutToItsEnd() throws IOException {
    Diagnostic found =
        failure("i=0; while [ $i -lt 5000 ]; do echo \"line $i\" >&2; i=$((i+1)); done; exit 4\n");
    assertThat(found.rule()).isEqualTo("build-failed");
    assertThat(found.message())
        .contains("ended with 4: line 4995; line 4996; line 4997; line 4998; line 4999")
        .hasSizeLessThan(1000);
  }

  @Test
  void theHeadOfKubectlsLogIsLeftOut() throws IOException {
    String head = "E1120 20:20:16.414262   32596 run.go:72] \\\"command failed\\\" err=";
    Diagnostic line = failure("echo \"" + head + "\\\"no \\\\\\\"a\\\\\\\"\\\"\" >&2; exit 1\n");
    assertThat(line.message()).endsWith("ended with 1: no \"a\"");
    Diagnostic block = failure("printf '%s\\n' \"" + head + "<\" '\tno a' ' >' >&2; exit 1\n");
    assertThat(block.message()).endsWith("ended with 1: no a");
  }

  /** Every release of Kubeflow makes kustomize warn of what is deprecated in it. */
  @Test
  void whatIsSaidOnTheWayIsLeftOut() throws IOException {
    String warning = "# Warning: 'vars' is deprecated.";
    String info = "I1120 20:20:16.414262   32596 log.go:245] vars that were never replaced: user";
    Diagnostic found =
        failure("printf '%s\\n' \"" + warning + "\" \"" + info + "\" 'no a' >&2; exit 1\n");
    assertThat(found.message()).endsWith("ended with 1: no a");
  }

  @Test
  void aSlowOneIsStoppedWithItsChildren() throws IOException, InterruptedException {
    Path alive = folder.resolve("alive");
    Diagnostic found = failure("(sleep 2; touch " + alive + ") & wait\n", Duration.ofSeconds(1));
    assertThat(found.rule()).isEqualTo("build-timeout");
    assertThat(found.message()).contains("did not end in 1 seconds and was stopped");
    Thread.sleep(1500);
    assertThat(alive).doesNotExist();
  }

  @Test
  void whatIsNoYamlIsNoBuild() throws IOException {
    assertThat(failure("echo 'a: [1'\n").message()).contains("not YAML");
  }

  /** Each of the two builds waits until the other has begun. */
  @Test
  void theBaseAndAnOverlayAreBuiltAtOnce() throws IOException {
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "one build at a time");
    Path begun = Files.createDirectories(folder.resolve("begun"));
    Engine engine =
        find(
            BUILDS
                + "touch "
                + begun
                + "/$(basename $2)\n"
                + "until [ -e "
                + begun
                + "/base ] && [ -e "
                + begun
                + "/one ]\n"
                + "do sleep 0.02; done\n"
                + "echo '{kind: A, apiVersion: v1, metadata: {name: a}}'\n");
    assertThat(new Prover(engine).prove(task("one")).overlays()).hasSize(1);
  }

  private Diagnostic refusal(String script) {
    try {
      return fail(find(script));
    } catch (KfawsException e) {
      return e.diagnostics().get(0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Diagnostic fail(Engine engine) {
    throw new AssertionError("accepted: " + engine);
  }

  /** What a prover says of a base that this script builds. */
  private Diagnostic failure(String script) throws IOException {
    return failure(script, ENOUGH);
  }

  private Diagnostic failure(String script, Duration timeout) throws IOException {
    Engine engine = find(BUILDS + script, timeout);
    Task task = task("one");
    try {
      throw new AssertionError("proven: " + new Prover(engine).prove(task));
    } catch (KfawsException e) {
      return e.diagnostics().get(0);
    }
  }

  private Task task(String overlay) throws IOException {
    Path output = Files.createDirectories(folder.resolve("overlays"));
    FileTree tree = FileTree.builder().put(overlay + "/kustomization.yaml", "").build();
    tree.applyTo(output, Overwrite.FORCE);
    return new Task(
        Map.of(overlay, JsonNodeFactory.instance.objectNode()),
        "base",
        tree,
        Bundle.of(tree.files()),
        output,
        List.of(),
        () -> {});
  }

  private Engine find(String script) throws IOException {
    return find(script, ENOUGH);
  }

  private Engine find(String script, Duration timeout) throws IOException {
    Path program = folder.resolve("engine");
    Files.writeString(program, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return Engine.find(Optional.of(program.toString()), timeout);
  }
}
