package io.kfaws.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code docs/cli.md} has what the commands have. */
final class CommandPageTest {

  private static final Path PAGE = Path.of("../docs/cli.md");

  private static final Pattern SHELL = Pattern.compile("(?s)```sh\n(.*?)```");

  @Test
  void describesTheCommands() throws IOException {
    String text = CommandPage.of(KfawsCommand.all());
    if ("write".equals(System.getProperty("kfaws.goldens"))) {
      Files.writeString(PAGE, text);
    }
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("docs/cli.md is not up to date; run this test with -Dkfaws.goldens=write")
        .isEqualTo(text);
  }

  /** What people copy from the documentation is understood. */
  @Test
  void commandsOfTheDocumentationAreUnderstood() throws IOException {
    List<String> commands = new ArrayList<>();
    List<Path> pages = new ArrayList<>(List.of(Path.of("../README.md")));
    try (Stream<Path> guides = Files.list(PAGE.resolveSibling(""))) {
      guides.filter(Files::isRegularFile).forEach(pages::add);
    }
    for (Path page : pages) {
      SHELL
          .matcher(Files.readString(page))
          .results()
          .forEach(block -> commands.addAll(commandsOf(block.group(1))));
    }
    assertThat(commands).hasSizeGreaterThan(20).contains("kfaws diff --to-release 26.03");
    for (String command : commands) {
      String[] words = command.strip().split(" +", -1);
      CommandLine line = KfawsCommand.all();
      assertThatCode(() -> line.parseArgs(Arrays.copyOfRange(words, 1, words.length)))
          .as(command)
          .doesNotThrowAnyException();
    }
  }

  /** Each {@code kfaws …} of a shell's text, without comments, pipes and redirections. */
  private static List<String> commandsOf(String shell) {
    return shell
        .lines()
        .filter(line -> line.startsWith("kfaws "))
        .map(line -> line.replaceAll(" [#|<>].*", ""))
        .toList();
  }
}
