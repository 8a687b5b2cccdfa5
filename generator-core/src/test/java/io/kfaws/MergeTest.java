package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Two branches of a real git repository, each generated and committed, become one.
 *
 * <p>A case of {@code src/test/merges} has the configuration that both come from, that of each, and
 * the one that people would make of the two; {@code edited.txt} names a generated file that is
 * edited by hand on the first branch. {@code expected.txt} tells for each way of bringing them
 * together in which files git left a conflict, what {@code check} says of that, and what one plain
 * {@code generate} does.
 */
class MergeTest {
  private static final String CONFIGURATION = "kfaws.yaml";
  private static final String BY_HAND = "# edited by hand\n";

  private final Kfaws kfaws = Kfaws.create();

  @TempDir Path temp = Path.of("");

  /** How two branches become one. */
  private enum Way {
    MERGE,
    MERGE_INTO_THEIRS,
    REBASE,
    CHERRY_PICK;

    /** The command, on the branch that it is run on. */
    int run(Git git) throws IOException {
      return switch (this) {
        case MERGE -> git.on("ours").run("merge", "--no-edit", "theirs");
        case MERGE_INTO_THEIRS -> git.on("theirs").run("merge", "--no-edit", "ours");
        case REBASE -> git.on("ours").run("rebase", "theirs");
        case CHERRY_PICK -> git.on("theirs").run("cherry-pick", "ours");
      };
    }
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> cases() throws IOException {
    return Cases.folders(Cases.HERE.resolve("merges")).stream()
        .map(folder -> dynamicTest(folder.getFileName().toString(), () -> isAsExpected(folder)));
  }

  private void isAsExpected(Path folder) throws IOException {
    Git.require();
    Path branches = Files.createDirectories(temp.resolve(folder.getFileName() + "-branches"));
    branch(folder, Git.init(branches));
    StringBuilder told = new StringBuilder();
    for (Way way : Way.values()) {
      Path repository = temp.resolve(folder.getFileName() + "-" + way);
      Cases.copy(branches, repository);
      told.append(way.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')).append('\n');
      bringTogether(folder, new Git(repository), way)
          .forEach(line -> told.append("  " + line + "\n"));
    }
    Path expected = folder.resolve("expected.txt");
    if (Cases.WRITE) {
      Files.writeString(expected, told);
    }
    assertThat(told.toString()).isEqualTo(Files.readString(expected));
  }

  /** Commits both branches, from the base. */
  private void branch(Path folder, Git git) throws IOException {
    commit(git, folder, "base");
    git.run("branch", "theirs");
    git.run("checkout", "-q", "-b", "ours");
    commit(git, folder, "ours");
    Path edited = folder.resolve("edited.txt");
    if (Files.exists(edited)) {
      Path file = output(git).resolve(Files.readString(edited).strip());
      Files.writeString(file, Files.readString(file) + BY_HAND);
      git.commit("edit");
      git.run("reset", "-q", "--soft", "HEAD~1"); // one commit, which can be picked
      git.run("commit", "-q", "--amend", "--no-edit");
    }
    git.on("theirs");
    commit(git, folder, "theirs");
  }

  private List<String> bringTogether(Path folder, Git git, Way way) throws IOException {
    way.run(git);
    List<String> told = new ArrayList<>();
    List<String> conflicts = git.lines("diff", "--name-only", "--diff-filter=U");
    told.add("conflicts: " + (conflicts.isEmpty() ? "none" : String.join(", ", conflicts)));
    if (conflicts.contains(CONFIGURATION)) {
      assertThat(told(() -> generation(git).changes()))
          .containsPattern("kfaws.yaml:\\d+:1: error: .* \\[merge-conflict]");
    }
    copy(folder.resolve("merged.yaml"), git);
    Generation merged = generation(git);
    Preview preview = merged.preview();
    told.add("check: " + preview.changes().size() + " files differ");
    preview.warnings().forEach(warning -> told.add("  " + words(warning, git)));
    String result =
        told(
            () ->
                told.add(
                    "generate: "
                        + merged.apply(Overwrite.REFUSE).changes().size()
                        + " files written"));
    if (!result.isEmpty()) {
      told.add("generate refused:");
      result.lines().forEach(line -> told.add("  " + line.replace(git.folder() + "/", "")));
      merged.apply(Overwrite.FORCE, merged.removedProfiles());
    }
    assertThat(merged.preview())
        .isEqualTo(new Preview(List.of(), new java.util.TreeSet<>(), List.of()));
    assertThat(Cases.files(output(git)).keySet()).containsAll(merged.files().keySet());
    return told;
  }

  private interface Step {
    void run() throws IOException;
  }

  /** What is said against a step; empty if nothing is. */
  private static String told(Step step) throws IOException {
    try {
      step.run();
      return "";
    } catch (KfawsException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String words(Diagnostic warning, Git git) {
    return (warning.location() + ": " + warning.message() + " [" + warning.rule() + "]")
        .replace(git.folder() + "/", "");
  }

  private void commit(Git git, Path folder, String state) throws IOException {
    copy(folder.resolve(state + ".yaml"), git);
    Generation generation = generation(git);
    Set<String> removed = generation.removedProfiles();
    List<Change> changes = generation.apply(Overwrite.REFUSE, removed).changes();
    assertThat(changes.isEmpty()).isEqualTo(isEqual(folder, state));
    git.commit(state);
  }

  private static boolean isEqual(Path folder, String state) throws IOException {
    return !state.equals("base")
        && Files.readString(folder.resolve(state + ".yaml"))
            .equals(Files.readString(folder.resolve("base.yaml")));
  }

  private static void copy(Path configuration, Git git) throws IOException {
    Files.writeString(git.folder().resolve(CONFIGURATION), Files.readString(configuration));
  }

  private static Path output(Git git) {
    return git.folder().resolve("overlays");
  }

  private Generation generation(Git git) throws IOException {
    return kfaws.generate(Source.read(git.folder().resolve(CONFIGURATION)), output(git));
  }
}
