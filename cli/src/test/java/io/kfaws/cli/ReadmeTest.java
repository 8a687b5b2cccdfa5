package io.kfaws.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells to type does what the README says. */
final class ReadmeTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```");

  /** What comes before the arguments of the first command; the build that runs this is its own. */
  private static final String INSTALL =
      "mvn -q -DskipTests package && java -jar cli/target/kfaws.jar ";

  @Test
  void theInstalledJarWritesWhatIsCommitted(@TempDir Path dir) throws Exception {
    String install = commands().get(0);
    assertThat(install).startsWith(INSTALL);
    String given = "overlays/rds-s3/kfaws.yaml";
    Files.createDirectories(dir.resolve("overlays/rds-s3"));
    Files.copy(ROOT.resolve(given), dir.resolve(given));
    type(install.substring(INSTALL.length()), dir);
    Map<String, String> written = files(dir.resolve("target/overlays"));
    written.remove(".kfaws.sha256");
    written.replaceAll((file, text) -> text.replace("../" + given, "kfaws.yaml"));
    assertThat(written).isEqualTo(files(ROOT.resolve("overlays/rds-s3/expected")));
  }

  @Test
  void theJarIsWhereTheBuildPutsIt() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<finalName>kfaws</finalName>")
        .contains("<finalName>kfaws-${project.version}</finalName>");
    assertThat(commands())
        .anyMatch(
            line ->
                line.contains("tar -xzf cli/target/kfaws-*.tar.gz -C ~/.local")
                    && line.endsWith("ln -sf ~/.local/kfaws-*/bin/kfaws ~/.local/bin/"));
  }

  @Test
  void oneMinuteIsEnough(@TempDir Path dir) throws Exception {
    String configuration =
        blocks("yaml").stream()
            .filter(block -> readme().contains("Write `kfaws.yaml`:\n\n```yaml\n" + block))
            .findFirst()
            .orElseThrow();
    Files.writeString(dir.resolve("kfaws.yaml"), configuration);
    List<String> typed = commands().stream().filter(line -> line.startsWith("kfaws ")).toList();
    assertThat(typed).containsExactly("kfaws generate", "kfaws graph");
    List<String> printed = new ArrayList<>();
    for (String line : typed) {
      printed.add(type(line.substring("kfaws ".length()), dir));
    }

    assertThat(printed.get(1)).contains("team-a", "arn:aws:iam::012345678901:role/kf-pipelines");
    Path overlays = dir.resolve("overlays");
    TreeSet<String> folders = new TreeSet<>();
    try (Stream<Path> all = Files.list(overlays)) {
      all.filter(Files::isDirectory).forEach(folder -> folders.add(folder.getFileName() + ""));
    }
    assertThat(folders).containsExactly("iam", "profiles", "rds-s3");
    assertThat(readme())
        .contains(
            "three folders below `overlays`: the overlay `rds-s3`, the `profiles`, and the `iam`");
    for (String line : commands()) {
      if (line.startsWith("kubectl kustomize ")) {
        assertThat(dir.resolve(line.split(" ", -1)[2]).resolve("kustomization.yaml")).exists();
      }
    }
    assertThat(files(overlays.resolve("iam")).values()).anyMatch(text -> text.contains("aws iam "));
  }

  /** Types a command in a folder, in a process of its own: paths are relative to its folder. */
  private static String type(String arguments, Path dir) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    line.addAll(List.of(arguments.split(" ", -1)));
    Path log = dir.resolve("log.txt");
    int exit =
        new ProcessBuilder(line)
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    String printed = Files.readString(log);
    assertThat(exit).as("%s: %s", arguments, printed).isZero();
    return printed;
  }

  private static List<String> commands() {
    return blocks("sh").stream().flatMap(String::lines).toList();
  }

  private static List<String> blocks(String language) {
    return BLOCK
        .matcher(readme())
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  private static String readme() {
    try {
      return Files.readString(ROOT.resolve("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }
}
