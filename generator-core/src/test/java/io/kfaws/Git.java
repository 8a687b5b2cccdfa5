package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A git repository in a folder, with no settings but git's own; only it does not wait for the disk,
 * for no test outlives the machine.
 *
 * @param folder the top of its work tree
 */
record Git(Path folder) {
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("GIT_CONFIG_GLOBAL", "/dev/null"),
          Map.entry("GIT_CONFIG_NOSYSTEM", "1"),
          Map.entry("GIT_CONFIG_COUNT", "1"),
          Map.entry("GIT_CONFIG_KEY_0", "core.fsync"),
          Map.entry("GIT_CONFIG_VALUE_0", "none"),
          Map.entry("GIT_AUTHOR_NAME", "test"),
          Map.entry("GIT_AUTHOR_EMAIL", "test@example.com"),
          Map.entry("GIT_COMMITTER_NAME", "test"),
          Map.entry("GIT_COMMITTER_EMAIL", "test@example.com"),
          Map.entry("GIT_EDITOR", "true"));

  /** Skips a test where git is missing; in CI that is a failure. */
  static void require() {
    boolean isThere = new Git(Path.of("")).isRun("--version");
    if (System.getenv("CI") != null) {
      assertThat(isThere).as("git is on the path").isTrue();
    }
    assumeTrue(isThere, "git is not on the path");
  }

  static Git init(Path folder) throws IOException {
    Git git = new Git(folder);
    git.run("init", "-q", "-b", "base");
    return git;
  }

  /** Checks out a branch. */
  Git on(String branch) throws IOException {
    assertThat(run("checkout", "-q", branch)).isZero();
    return this;
  }

  /** Commits all that is in the work tree, even if nothing changed. */
  void commit(String message) throws IOException {
    run("add", "-A");
    assertThat(run("commit", "-q", "--allow-empty", "-m", message)).isZero();
  }

  /** Runs a command; its exit code. */
  int run(String... command) throws IOException {
    return start(command).code;
  }

  /** Runs a command; the lines that it prints. */
  List<String> lines(String... command) throws IOException {
    return start(command).out.lines().toList();
  }

  private record Ended(int code, String out) {}

  private boolean isRun(String... command) {
    try {
      return run(command) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Ended start(String... command) throws IOException {
    List<String> words = new ArrayList<>(List.of("git"));
    words.addAll(List.of(command));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toAbsolutePath().toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(SETTINGS);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Ended(process.waitFor(), out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while git was running", e);
    }
  }
}
