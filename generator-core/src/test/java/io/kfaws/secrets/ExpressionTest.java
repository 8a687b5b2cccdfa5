package io.kfaws.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "user",
        "a.b[0].c",
        "\"user-name\"",
        "@",
        "a | b",
        "a || b",
        "a && b",
        "max(names)",
        "min_by(users, &age)",
        "not_null(a, b)",
        "reverse(name)",
        "join(',', names)",
        "type(a)",
        "to_string(`5`)",
        "users[?age > `5`].name | [0]",
        "a.to_string(@)",
        "names[-1]"
      })
  void mayGiveText(String text) {
    assertThat(of(text).mayGiveText()).isTrue();
    assertThat(of(text).wrongFunction()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a[*]",
        "a.*",
        "a[]",
        "a[0:2]",
        "a[?b]",
        "[a]",
        "{a: b}",
        "!a",
        "a == b",
        "`5`",
        "&a",
        "a | keys(@)",
        "length(a) || sum(b)",
        "a.[b]",
        "`null`"
      })
  void neverGivesText(String text) {
    assertThat(of(text).mayGiveText()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".a",
        "a.",
        "a b",
        "a-b",
        "user-1",
        "1a",
        "a == 1",
        "`x`",
        "a[",
        "let $x = a in $x",
        "é"
      })
  void isNone(String text) {
    assertThat(Expression.of(text)).isEmpty();
  }

  /** The property is gjson's; what the operator would find otherwise is refused. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "user => user",
        "a.b[0].c => a|b|0|c",
        "\"user-name\" => user-name",
        "\"a.b\" => a\\.b",
        "\"a|b\".\"c*d\" => a\\|b|c\\*d",
        "\"@this\" => \\@this",
        "\"#\" => \\#",
        "\"a\\\\b\" => a\\\\b",
        "(a.b).c => a|b|c",
        "a | b => a|b"
      })
  void isAPropertyOfGjson(String path, String property) {
    assertThat(Property.of(path)).isEqualTo(Optional.of(property));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a[-1]", "a[*].b", "to_string(a)", "@", "a || b", "\"\"", "'a'"})
  void isNoProperty(String path) {
    assertThat(Expression.of(path)).isPresent();
    assertThat(Property.of(path)).isEmpty();
  }

  private static Expression of(String text) {
    return Expression.of(text).orElseThrow();
  }
}
