package io.kfaws.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code docs/cli.md} has what the commands have. */
final class CommandPageTest {

  private static final Path PAGE = Path.of("../docs/cli.md");

  @Test
  void describesTheCommands() throws IOException {
    String text = CommandPage.of(new CommandLine(new KfawsCommand()));
    if ("write".equals(System.getProperty("kfaws.goldens"))) {
      Files.writeString(PAGE, text);
    }
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("docs/cli.md is not up to date; run this test with -Dkfaws.goldens=write")
        .isEqualTo(text);
  }
}
