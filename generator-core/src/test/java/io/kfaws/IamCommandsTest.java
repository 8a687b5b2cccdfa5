package io.kfaws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the commands of {@code iam/README.md} for real, against a stand-in for the AWS CLI.
 *
 * <p>A case of {@code src/test/iam-commands} has {@code kfaws.yaml}, perhaps further configurations
 * and documents, and {@code steps.txt}. Its {@code expected.txt} tells for each step the exit code,
 * what was printed, each call that changed something, and the copies of trust policies that were
 * kept. The steps:
 *
 * <ul>
 *   <li>{@code run} runs all blocks of the page as one script under {@code sh -e}, {@code run
 *       <account>} those of one account;
 *   <li>{@code paste} hands the blocks to a shell's standard input, as one who pastes them does;
 *   <li>{@code credentials <account>}, {@code deny <operation>…}: what the calls may do from now
 *       on;
 *   <li>{@code aws …}: a call of somebody else;
 *   <li>{@code generate <file> <profile>…}: another configuration that lets these profiles go;
 *   <li>{@code clean up}: the commands on AWS that the last {@code generate} printed.
 * </ul>
 */
class IamCommandsTest {
  private static final Path CASES = Cases.HERE.resolve("iam-commands");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```\n");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Kfaws kfaws = Kfaws.create();

  @TempDir Path temp = Path.of("");
  private String python = "";

  @BeforeEach
  void findPython() throws IOException {
    python = Python.interpreter();
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return Cases.folders(CASES).stream()
        .map(folder -> dynamicTest(folder.getFileName().toString(), () -> isAsExpected(folder)));
  }

  private void isAsExpected(Path folder) throws Exception {
    Run run = new Run(folder, temp.resolve(folder.getFileName().toString()));
    run.generate("kfaws.yaml", List.of());
    StringBuilder told = new StringBuilder();
    for (String step : Files.readAllLines(folder.resolve("steps.txt"))) {
      told.append("> ").append(step).append('\n').append(run.step(step));
    }
    Path expected = folder.resolve("expected.txt");
    if (Cases.WRITE) {
      Files.writeString(expected, told);
    }
    assertThat(told).hasToString(Files.readString(expected));
  }

  /** A case while it runs: the folder that is generated into, and AWS. */
  private final class Run {
    private final Path folder;
    private final Path output;
    private final Path aws;
    private final Path bin;
    private final SortedMap<String, String> kept = new TreeMap<>();
    private List<String> lastSteps = List.of();

    Run(Path folder, Path home) throws IOException {
      this.folder = folder;
      output = home.resolve("overlays");
      aws = Files.createDirectories(home.resolve("aws"));
      bin = Files.createDirectories(home.resolve("bin"));
      program("aws", "exec '" + python + "' -IS '" + CASES.resolve("aws.py") + "' \"$@\"");
      program("kubectl", "echo \"kubectl $*\" >> \"$AWS_STATE/calls.txt\"");
      ObjectNode state = JSON.createObjectNode().put("account", "012345678901");
      state.putArray("denied");
      state.putObject("accounts");
      write(state);
    }

    private void program(String name, String line) throws IOException {
      Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + line + "\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    String step(String step) throws Exception {
      List<String> words = List.of(step.split(" "));
      List<String> rest = words.subList(1, words.size());
      return switch (words.get(0)) {
        case "run" -> told(script(rest), "sh", "-e");
        case "paste" -> told(script(rest) + "echo the shell is still there\n", "sh");
        case "clean" -> told(cleanUp(), "sh", "-e");
        case "aws" -> told("cd '" + folder + "'\n" + step + "\n", "sh", "-e");
        case "generate" -> generate(rest.get(0), rest.subList(1, rest.size()));
        case "credentials" -> set(state -> state.put("account", String.join("", rest)));
        case "deny" -> set(state -> rest.forEach(state.putArray("denied")::add));
        default -> throw new IllegalArgumentException(step);
      };
    }

    String generate(String file, List<String> gone) throws IOException {
      Generation generation = kfaws.generate(Source.read(folder.resolve(file)), output);
      Applied applied = generation.apply(Overwrite.REFUSE, Set.copyOf(gone));
      lastSteps = LastSteps.afterDeletionOf(gone, generation, applied);
      return lastSteps.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private String cleanUp() {
      return lastSteps.stream()
          .filter(line -> line.startsWith("  ") && !line.startsWith("  kubectl"))
          .map(line -> line + "\n")
          .collect(Collectors.joining());
    }

    /** The blocks of the page: all, or what all need and those of one account. */
    private String script(List<String> accounts) throws IOException {
      List<String> sections =
          List.of(Files.readString(output.resolve("iam/README.md")).split("(?m)^(?=## )"));
      return sections.stream()
          .filter(
              section ->
                  accounts.isEmpty()
                      || !section.startsWith("## ")
                      || accounts.stream().anyMatch(id -> section.startsWith("## Account " + id)))
          .flatMap(section -> BLOCK.matcher(section).results())
          .map(block -> block.group(1))
          .collect(Collectors.joining());
    }

    private String set(Consumer<ObjectNode> change) throws IOException {
      ObjectNode state = (ObjectNode) JSON.readTree(aws.resolve("state.json").toFile());
      change.accept(state);
      write(state);
      return "";
    }

    private void write(JsonNode state) throws IOException {
      Files.writeString(aws.resolve("state.json"), state.toPrettyString());
    }

    private String told(String script, String... shell) throws Exception {
      ProcessBuilder builder =
          new ProcessBuilder(shell)
              .directory(output.resolve("iam").toFile())
              .redirectErrorStream(true);
      builder.environment().put("AWS_STATE", aws.toString());
      builder.environment().merge("PATH", bin + ":", (path, first) -> first + path);
      Process process = builder.start();
      try (var input = process.outputWriter(UTF_8)) {
        input.write(script);
      }
      List<String> lines = new ArrayList<>();
      try (var printed = process.inputReader(UTF_8)) {
        printed.lines().filter(line -> !line.isEmpty()).forEach(line -> lines.add("| " + line));
      }
      lines.add("exit " + process.waitFor());
      Path calls = aws.resolve("calls.txt");
      if (Files.exists(calls)) {
        lines.addAll(Files.readAllLines(calls));
        Files.delete(calls);
      }
      lines.addAll(newCopies());
      return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** The copies that were kept since the last step; those from before are as they were. */
    private List<String> newCopies() throws IOException {
      List<String> lines = new ArrayList<>();
      SortedMap<String, String> copies = Cases.files(output.resolve("iam"));
      copies.keySet().removeIf(path -> !path.contains("-before"));
      for (Map.Entry<String, String> copy : copies.entrySet()) {
        String earlier = kept.put(copy.getKey(), copy.getValue());
        if (earlier == null) {
          lines.add("kept " + copy.getKey() + ": " + JSON.readTree(copy.getValue()));
        }
        assertThat(copy.getValue()).isEqualTo(earlier == null ? copy.getValue() : earlier);
      }
      assertThat(copies).containsAllEntriesOf(kept);
      return lines;
    }
  }
}
