package io.kfaws.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code bin/kfaws} of the distribution, unpacked. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir private Path dir;
  private Path home;
  private Path cache;

  @BeforeEach
  void unpack() throws Exception {
    home = unpacked("tools");
    cache = dir.resolve("cache/kfaws");
  }

  private Path unpacked(String folder) throws IOException, InterruptedException {
    Path into = Files.createDirectories(dir.resolve(folder));
    String archive = System.getProperty("kfaws.distribution");
    Process tar = new ProcessBuilder("tar", "-xzf", archive, "-C", into.toString()).start();
    assertThat(tar.waitFor()).isZero();
    return into.resolve("kfaws-" + System.getProperty("kfaws.version"));
  }

  @Test
  void hasWhatAUserNeeds() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> home.relativize(file).toString()))
          .containsExactlyInAnyOrder(
              "bin/kfaws",
              "bin/kfaws.cmd",
              "lib/kfaws.jar",
              "lib/training.yaml",
              "LICENSE",
              "README.md");
    }
    assertThat(Files.readString(home.resolve("bin/kfaws.cmd"))).contains("\r\n");
  }

  @Test
  void passesArgumentsAndTheExitCodeFromAFolderWithSpaces() throws Exception {
    home = unpacked("my tools");
    Path link = Files.createSymbolicLink(dir.resolve("kf"), home.resolve("bin/kfaws"));
    Case.Outcome outcome =
        ended(start(link, Map.of("KFAWS_ARCHIVE", "off"), "validate", "-f", "no  such*.yaml"));
    assertThat(outcome.err()).startsWith("no  such*.yaml: error: ");
    assertThat(outcome.exit()).isEqualTo(ExitCodes.FINDINGS);
    assertThat(cache).doesNotExist();
  }

  @Test
  void namesAJavaHomeThatIsNone() throws Exception {
    Case.Outcome outcome = ended(start(Map.of("JAVA_HOME", dir + "/no jdk"), "version"));
    assertThat(outcome.err())
        .startsWith("kfaws: error: JAVA_HOME has no bin/java: " + dir + "/no jdk\n  hint: ");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.exit()).isEqualTo(ExitCodes.FAULT);
  }

  @Test
  void runsWithoutACacheThatCanBeWritten() throws Exception {
    Files.writeString(dir.resolve("cache"), "no folder");
    assertThat(ended(start(Map.of(), "version"))).isEqualTo(version());
  }

  @Test
  void isJavaItselfSoThatSignalsReachIt() throws Exception {
    Process waiting = start(Map.of("KFAWS_ARCHIVE", "off"), "validate", "-f", "-");
    Instant end = Instant.now().plus(PATIENCE);
    while (!waiting.info().command().orElse("").endsWith("java")) {
      assertThat(Instant.now()).as("it is java by then").isBefore(end);
      Thread.sleep(20);
    }
    waiting.destroy();
    assertThat(waiting.waitFor()).isEqualTo(128 + 15);
  }

  @Test
  void makesOneArchiveThatLaterRunsUse() throws Exception {
    Process first = start(Map.of(), "version");
    Process second = start(Map.of(), "version");
    assertThat(ended(first)).isEqualTo(version());
    assertThat(ended(second)).isEqualTo(version());
    Path archive = archive();

    Path classes = dir.resolve("classes.txt");
    Map<String, String> options =
        Map.of("JAVA_OPTS", "-Xmx64m -Xlog:class+load:file=" + classes, "KFAWS_OPTS", "-Xmx96m");
    assertThat(ended(start(options, "version"))).isEqualTo(version());
    assertThat(Files.readString(classes)).contains("io.kfaws.cli.Main source: shared objects file");

    // An empty one is that of a Java that can make none; a broken one must not be seen.
    for (String content : List.of("", "no archive")) {
      Files.delete(archive);
      Files.writeString(archive, content);
      assertThat(ended(start(Map.of(), "version"))).isEqualTo(version());
      assertThat(archive).hasContent(content);
    }
  }

  /** The archive, once it is made; there is nothing beside it then. */
  private Path archive() throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      try (Stream<Path> made = Files.list(cache)) {
        List<Path> all = made.toList();
        if (all.size() == 1 && all.get(0).toString().endsWith(".jsa")) {
          assertThat(all.get(0)).isNotEmptyFile();
          return all.get(0);
        }
        assertThat(Instant.now()).as("an archive is made by then: %s", all).isBefore(end);
      }
      Thread.sleep(100);
    }
  }

  private static Case.Outcome version() {
    return new Case.Outcome("kfaws " + System.getProperty("kfaws.version") + "\n", "", 0);
  }

  private Process start(Map<String, String> environment, String... arguments) throws IOException {
    return start(home.resolve("bin/kfaws"), environment, arguments);
  }

  private Process start(Path program, Map<String, String> environment, String... arguments)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList())
            .directory(dir.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JAVA_OPTS"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("XDG_CACHE_HOME", dir.resolve("cache").toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** What is printed here is short, so neither stream waits for the other to be read. */
  private static Case.Outcome ended(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Case.Outcome(out, err, process.waitFor());
  }
}
