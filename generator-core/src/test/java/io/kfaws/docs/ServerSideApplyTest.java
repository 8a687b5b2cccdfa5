package io.kfaws.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kfaws.Cases;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every command that we show applies on the server. On the client's side a service account that
 * Kubernetes makes at the same time is an error, and Kubeflow's larger CRDs do not fit into the
 * annotation in which kubectl keeps what it applied.
 */
class ServerSideApplyTest {
  /** Where people read commands: documentation, templates and what they become, and messages. */
  private static final Pattern READ = Pattern.compile(".*\\.(?:md|j2|java|yaml|yml|txt|json|sh)");

  /** What builds, tools and editors leave in a checkout. */
  private static final Pattern MADE = Pattern.compile("target|\\..*|node_modules");

  /** A command with its rest, which ends with the line, its quotes, or the next command. */
  private static final Pattern APPLY =
      Pattern.compile("kubectl\\s+(?:-\\S+\\s+)*apply\\b[^`\"\\n|;&]*");

  private static final Pattern CONTINUED = Pattern.compile("\\\\\\R\\s*");

  @Test
  void everyCommandAppliesOnTheServer() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path file : files(Cases.ROOT)) {
      String name = Cases.ROOT.relativize(file).toString();
      commands(read(file)).forEach(command -> commands.add(name + ": " + command));
    }
    assertThat(commands).anyMatch(command -> command.startsWith("README.md"));
    assertThat(commands).allMatch(command -> isOnServer(command), "has --server-side");
  }

  /** Only who applies all of Kubeflow takes fields from others, as upstream says. */
  @Test
  void conflictsAreForcedForWholeOverlaysAlone() throws IOException {
    for (Path file : files(Cases.ROOT)) {
      assertThat(commands(read(file)))
          .filteredOn(command -> command.contains("--force-conflicts"))
          .allMatch(command -> command.endsWith("-f -"), file + ": from kubectl kustomize");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s -k profiles/all",
        "say `%s -f -`, and --server-side",
        "%s -f a.yaml | grep -- --server-side",
        "%s\n  -k a"
      })
  void aCommandOnTheClientIsFound(String text) {
    String command = String.format(text, String.join(" ", "kubectl", "apply"));
    assertThat(commands(command)).hasSize(1).noneMatch(ServerSideApplyTest::isOnServer);
  }

  @Test
  void aCommandMayGoOnInTheNextLine() {
    String command = String.join(" ", "kubectl", "apply", "\\\n    --server-side -k a");
    assertThat(commands(command)).hasSize(1).allMatch(ServerSideApplyTest::isOnServer);
  }

  private static boolean isOnServer(String command) {
    return command.contains("--server-side");
  }

  private static List<String> commands(String text) {
    Matcher matcher = APPLY.matcher(CONTINUED.matcher(text).replaceAll(" "));
    return matcher.results().map(result -> result.group().strip()).toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.sorted().toList()) {
        String name = String.valueOf(child.getFileName());
        if (Files.isDirectory(child) && !MADE.matcher(name).matches()) {
          files.addAll(files(child));
        } else if (Files.isRegularFile(child) && READ.matcher(name).matches()) {
          files.add(child);
        }
      }
    }
    return files;
  }

  /** Some cases hold what is no text. */
  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      return "";
    }
  }
}
