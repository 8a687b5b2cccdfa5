package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Texts of others neither move the cursor nor make a line of their own. */
class PrintableTest {
  @Test
  void escapesWhatATerminalActsOn() {
    assertThat(Printable.line("a\tb\u0007\u001B]0;x\u009B2J\u2028\u200E\uD800"))
        .isEqualTo("a\\tb\\u0007\\u001B]0;x\\u009B2J\\u2028\\u200E\\uD800");
    assertThat(Printable.line("\uDB40\uDC01")).isEqualTo("\\U000E0001");
  }

  @Test
  void leavesWhatItOnlyShows() {
    String text = "é 漢 \uD83D\uDE00 \"<>\\ \u00A0";
    assertThat(Printable.line(text)).isEqualTo(text);
  }

  @Test
  void leavesOutTheMiddle() {
    assertThat(Printable.line("\uD83D\uDE00".repeat(5_000)))
        .hasSizeLessThan(4_000)
        .contains(" … ")
        .doesNotContain("\\u");
  }
}
