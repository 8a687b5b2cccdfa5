package io.kfaws.maven;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** {@code docs/maven-goals.md} has what the descriptor of the plugin has. */
class GoalsPageTest {

  private static final Path PAGE = Path.of("../docs/maven-goals.md");

  @Test
  void describesTheGoals() throws Exception {
    String text;
    try (InputStream descriptor =
        requireNonNull(GoalsPageTest.class.getResourceAsStream("/META-INF/maven/plugin.xml"))) {
      text =
          GoalsPage.of(
              DocumentBuilderFactory.newInstance()
                  .newDocumentBuilder()
                  .parse(descriptor)
                  .getDocumentElement());
    }
    if ("write".equals(System.getProperty("kfaws.goldens"))) {
      Files.writeString(PAGE, text);
    }
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("docs/maven-goals.md is not up to date; run this test with -Dkfaws.goldens=write")
        .isEqualTo(text);
  }
}
