package io.kfaws.katib;

import static org.assertj.core.api.Assertions.assertThat;

import io.kfaws.Source;
import io.kfaws.text.Yaml;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of settings: what they are in words, and which texts are of them. */
class SettingFormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: text | text | x |",
        "type: integer | a whole number | -5 | 0.5",
        "type: integer, min: 0 | a whole number from 0 | +0 | -1",
        "type: integer, min: 1, none: true | a whole number from 1, or None | None | none",
        "type: number | a number | 1e-3 | NaN",
        "type: number, min: 2 | a number from 2 | 2 | 1.9",
        "type: number, above: 0 | a number above 0 | 0.1 | 0",
        "type: number, min: 0, max: 1 | a number from 0 to 1 | 1 | 1.1",
        "type: number, above: 0, max: 1 | a number above 0, at most 1 | 1 | 0",
        "type: number, above: 0, below: 1 | a number above 0 and below 1 | 0.5 | 1",
        "type: choice, choices: [GP, RF] | one of GP, RF | RF | rf",
      },
      quoteCharacter = '"')
  void isWords(String data, String words, String fits, String doesNot) {
    SettingForm form = form(data);
    assertThat(form.words()).isEqualTo(words);
    assertThat(form.fits(fits)).isTrue();
    assertThat(doesNot == null || !form.fits(doesNot)).isTrue();
  }

  @Test
  void aNumberTooLongIsNone() {
    assertThat(form("type: integer").fits("1234567890123456789")).isFalse();
  }

  private static SettingForm form(String data) {
    Source source = Source.of(Path.of("setting.yaml"), "{" + data + "}");
    return Trees.bind(Yaml.read(source).root(), SettingForm.class);
  }
}
