package io.kfaws.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.kfaws.KfawsException;
import io.kfaws.ProveOptions;
import io.kfaws.prove.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A case on disk: {@code command.txt} with one command a line (or {@code cp from to}), the files it
 * starts from, and what is expected of the commands together: {@code expected-out.txt}, {@code
 * expected-err.txt} (absent: nothing is printed) and {@code exit.txt} with one code a line.
 *
 * <p>{@code -Dkfaws.goldens=write} writes the expected files anew. In all of them <code>{dir}
 * </code> is the folder that the files were copied to, <code>{version}</code> the version, and
 * <code>{esc}
 * </code> the escape character.
 */
record Case(Path folder) {

  private static final boolean WRITE = "write".equals(System.getProperty("kfaws.goldens"));

  /** Present: the case needs kustomize or kubectl, and gets the small base beside its files. */
  private static final String ENGINE = "needs-engine.txt";

  private static final Path BASE = Path.of("../generator-core/src/test/prove/base");

  private static final List<String> OWN =
      List.of("command.txt", "expected-out.txt", "expected-err.txt", "exit.txt", ENGINE);

  /** What one command printed and ended with. */
  record Outcome(String out, String err, int exit) {}

  /** Runs one command. */
  interface Runner {
    Outcome run(TypedLine command, Path dir) throws Exception;
  }

  /** The cases below a folder, sorted. */
  static List<Case> in(Path folder) throws IOException {
    try (Stream<Path> cases = Files.list(folder)) {
      return cases.sorted().map(Case::new).toList();
    }
  }

  /** Copies the case's files to {@code dir}, runs its commands, compares or writes. */
  void run(Path dir, Runner runner) throws Exception {
    Optional<Engine> engine = engine();
    copy(folder, dir);
    if (engine.isPresent()) {
      copy(BASE, dir.resolve("base"));
    }
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    StringBuilder exits = new StringBuilder();
    for (String line : Files.readAllLines(folder.resolve("command.txt"))) {
      List<String> words = List.of(line.split(" ", -1));
      if (words.get(0).equals("cp")) {
        Files.copy(dir.resolve(words.get(1)), dir.resolve(words.get(2)), REPLACE_EXISTING);
        continue;
      }
      Outcome outcome = runner.run(TypedLine.parse(line.replace("{dir}", dir.toString())), dir);
      out.append(outcome.out());
      err.append(outcome.err());
      exits.append(outcome.exit()).append('\n');
    }
    validate("exit.txt", exits.toString());
    validate("expected-err.txt", general(err, dir, engine));
    validate("expected-out.txt", general(out, dir, engine));
  }

  /** The engine of this machine, where the case needs one; without it the case is skipped. */
  private Optional<Engine> engine() throws IOException {
    if (!Files.exists(folder.resolve(ENGINE))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Engine.find(Optional.empty(), ProveOptions.DEFAULT.timeout()));
    } catch (KfawsException e) {
      if ("true".equals(System.getenv("CI"))) {
        throw e;
      }
      return abort(String.valueOf(e.getMessage()));
    }
  }

  private void validate(String name, String actual) throws IOException {
    Path golden = folder.resolve(name);
    if (WRITE && actual.isEmpty()) {
      Files.deleteIfExists(golden);
    } else if (WRITE) {
      Files.writeString(golden, actual);
    }
    String expected = Files.exists(golden) ? Files.readString(golden, UTF_8) : "";
    assertThat(actual).as(name + " of " + folder.getFileName()).isEqualTo(expected);
  }

  private static void copy(Path from, Path dir) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = from.relativize(file);
        if (!OWN.contains(relative.toString())) {
          Path copy = dir.resolve(relative);
          Files.createDirectories(Optional.ofNullable(copy.getParent()).orElse(dir));
          Files.copy(file, copy);
        }
      }
    }
  }

  private static String general(StringBuilder text, Path dir, Optional<Engine> engine) {
    String plain = text.toString();
    if (engine.isPresent()) {
      String version = "kustomize\" : \"";
      plain =
          plain
              .replace(engine.get().toString(), "{engine}")
              .replace("\"" + engine.get().program() + "\"", "\"{program}\"")
              .replace(version + engine.get().version() + "\"", version + "{version}\"");
    }
    return plain
        .replace(dir.toString(), "{dir}")
        .replace(System.getProperty("kfaws.version"), "{version}")
        .replace("\u001B", "{esc}");
  }

  @Override
  public String toString() {
    return String.valueOf(folder.getFileName());
  }
}
