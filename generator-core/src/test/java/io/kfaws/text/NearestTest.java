package io.kfaws.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is near enough to be meant. */
class NearestTest {
  private static final List<String> KEYS = List.of("secretName", "host", "port", "databases");

  @ParameterizedTest
  @CsvSource({
    "secretname, secretName",
    "secretNam, secretName",
    "secret_name, secretName",
    "hst, host",
    "prt, port",
    "database, databases",
    "PORT, port",
    "engine, ''",
    "secret, ''",
    "x, ''",
    "'', ''"
  })
  void isMeant(String word, String meant) {
    assertThat(Nearest.to(word, KEYS).orElse("")).isEqualTo(meant);
  }
}
