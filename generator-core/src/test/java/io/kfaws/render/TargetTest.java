package io.kfaws.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a value holds, a file goes where its component says, or nowhere. */
class TargetTest {
  private static String target(String pattern, String value) {
    var item = JsonNodeFactory.instance.objectNode().put("name", value).put("number", 7);
    item.putArray("list");
    return new Target(pattern).in(new Values(JsonNodeFactory.instance.objectNode().set("x", item)));
  }

  @ParameterizedTest
  @CsvSource({
    "a/b.yaml, team, a/b.yaml",
    "'profiles/{x.name}.yaml', team-a, profiles/team-a.yaml",
    "'{x.name}/{x.number}-{x.name}.json', team.a, team.a/7-team.a.json",
    "'{x.name}', iam/roles/a/trust.json, iam/roles/a/trust.json",
    "'{x.name}/README.md', iam/0101, iam/0101/README.md",
    "'iam/{x.name}/a', 'a+=,.@_-b/c', 'iam/a+=,.@_-b/c/a'",
    "'a{x.name}b', ., a.b"
  })
  void valuesFillPlaceholders(String pattern, String value, String path) {
    assertThat(target(pattern, value)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../a",
        "a/../b",
        "/a",
        "a/",
        "a//b",
        ".hidden",
        "a/.b",
        "a.",
        "a./b",
        "a b",
        "a\\b",
        "a:b",
        "a\nb",
        "{x.number}",
        "é",
        "a*"
      })
  void whatIsNoNameIsRefused(String value) {
    for (String pattern : new String[] {"a/{x.name}/b", "a/{x.name}", "{x.name}/b"}) {
      assertThatExceptionOfType(ValueException.class).isThrownBy(() -> target(pattern, value));
    }
  }

  /** A piece of a name brings no folders. */
  @ParameterizedTest
  @ValueSource(strings = {"a/{x.name}.yaml", "a/b-{x.name}", "{x.name}{x.number}"})
  void aPieceIsOneName(String pattern) {
    assertThatExceptionOfType(ValueException.class)
        .isThrownBy(() -> target(pattern, "a/b"))
        .withMessageContaining("{x.name} is a piece of a name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{x.absent}", "{absent}", "{x}", "{x.list}", "{x.name.below}"})
  void whatIsNoValueIsRefused(String pattern) {
    assertThatExceptionOfType(ValueException.class).isThrownBy(() -> target(pattern, "a"));
  }
}
