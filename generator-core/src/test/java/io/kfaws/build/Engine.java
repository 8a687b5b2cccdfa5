package io.kfaws.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The real kustomize: a command that prints what a folder builds.
 *
 * @param command the command, to which the folder is added
 */
record Engine(List<String> command) {
  /** kustomize or kubectl, the first that is on the path. */
  static Optional<Engine> find() {
    return on("kustomize", "build").or(() -> on("kubectl", "kustomize"));
  }

  private static Optional<Engine> on(String program, String verb) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return Optional.of(new Engine(List.of(program, verb)));
      }
    }
    return Optional.empty();
  }

  /**
   * Builds a folder.
   *
   * @param to where the printed objects and, beside them, what is said about them are kept
   * @throws IllegalStateException if the build fails, with what was said
   */
  String build(Path folder, Path to) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(command);
    line.add(folder.toString());
    Path said = to.resolveSibling(to.getFileName() + ".log");
    int code =
        new ProcessBuilder(line)
            .redirectOutput(to.toFile())
            .redirectError(said.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException(
          String.join(" ", line) + " ended with " + code + ":\n" + Files.readString(said, UTF_8));
    }
    return Files.readString(to, UTF_8);
  }
}
