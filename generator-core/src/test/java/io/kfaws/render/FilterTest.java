package io.kfaws.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.text.KfawsException;
import io.kfaws.text.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Values come out of a template as what they were, whatever they hold. */
class FilterTest {
  private final Templates templates = new Templates();

  private String render(String template, String value) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.putObject("a").put("b", value).put("number", 3306).put("truth", true);
    return templates.render(Source.of(Path.of("t.j2"), template), StrictMap.of(tree));
  }

  static List<String> awkward() {
    return List.of(
        "",
        " ",
        "plain",
        "no",
        "null",
        "~",
        "012",
        "1e3",
        "2026-01-31",
        "=",
        "<<",
        "- a",
        "a: b",
        "a #b",
        "#",
        "'",
        "\"",
        "it's \"so\"",
        "back\\slash\\n",
        "{a: b}",
        "[a, b]",
        "&a *b !c |d >e %f @g `h",
        "{{ a.number | yaml }}",
        "{% for x in a %}",
        "{# comment #}",
        "{{",
        "}}",
        "${HOME} $(HOME)",
        "tab\there",
        "line\nbreak",
        "line\r\nbreak\n",
        "\u0000\u0001\u001f",
        "\u007f\u0085\u009f\u00a0",
        "\u2028\u2029\ufeff",
        "é ü ß 漢字",
        "\uD83D\uDE00",
        "<script>&amp;</script>",
        "trailing ",
        "---",
        "...");
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void yamlIsTheSameToEveryReader(String value) throws IOException {
    String quoted = render("{{ a.b | yaml }}", value);
    assertThat(quoted).doesNotContain("\n").startsWith("\"").endsWith("\"");
    assertThat((String) new Yaml().load(quoted)).isEqualTo(value);
    assertThat(new ObjectMapper().readTree(quoted).textValue()).isEqualTo(value);
    String block = render("key: |\n  inner: {{ a.b | yaml }}\n", value);
    String inner =
        new ObjectMapper()
            .convertValue(new Yaml().load(block), ObjectNode.class)
            .path("key")
            .asText();
    assertThat(new ObjectMapper().convertValue(new Yaml().load(inner), ObjectNode.class))
        .isEqualTo(JsonNodeFactory.instance.objectNode().put("inner", value));
  }

  @Test
  void numbersAndTruthAreBare() {
    assertThat(render("{{ a.number | yaml }} {{ a.truth | yaml }} {{ a.number | env }}", ""))
        .isEqualTo("3306 true 3306");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a b", "a=b", "#", "'\"\\", "{{ a.b | env }}", "é", "$HOME"})
  void envIsTheRestOfTheLine(String value) {
    assertThat(render("KEY={{ a.b | env }}\n", value)).isEqualTo("KEY=" + value + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {" a", "a ", "a\nB=c", "a\r", "a\u0000b", "\t", " "})
  void envRefusesWhatIsNoLine(String value) {
    assertThat(refused("# one\nKEY={{ a.b | env }}\n", value))
        .hasMessageStartingWith(
            "t.j2:2: error: a value of an env file cannot hold line breaks or outer spaces");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ a.b }}",
        "{{a.b|yaml}}",
        "{{ a.b | upper }}",
        "{{ a.b | yaml | env }}",
        "{{ a['b'] | yaml }}",
        "{{ a.b() | yaml }}",
        "{{ 1 + 1 | yaml }}",
        "{{ 'text' | yaml }}",
        "{{ a.b | yaml",
        "{{- a.b | yaml -}}",
        "{# comment #}",
        "{% if a.b %}",
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{% raw %}",
        "  {% for x in a %}",
        "{% for x in a %} {% endfor %}",
        "{% for x in a %}",
        "{% endfor %}",
        "{%- endfor %}"
      })
  void theDialectIsSmall(String template) {
    assertThat(refused("# one\n" + template + "\n", "value").diagnostics())
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo("template-syntax"))
        .allSatisfy(finding -> assertThat(finding.location().line()).isEqualTo(2))
        .allSatisfy(finding -> assertThat(finding.hint()).isNotEmpty());
  }

  /** Wherever a value is missing, the message names its line. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void aMissingValueIsAnErrorAtItsLine(int line) {
    String template = "# above\n".repeat(line - 1) + "key: {{ a.nothing | yaml }}\n# below\n";
    assertThat(refused(template, "").diagnostics())
        .singleElement()
        .returns("template-value", finding -> finding.rule())
        .returns(line, finding -> finding.location().line());
  }

  /** A section or a list has no form as a value: Java's own would come out. */
  @ParameterizedTest
  @ValueSource(strings = {"{{ a | yaml }}", "{{ a | env }}"})
  void aSectionIsNoValue(String template) {
    assertThat(refused(template, "").diagnostics())
        .singleElement()
        .returns("template-value", finding -> finding.rule());
  }

  private KfawsException refused(String template, String value) {
    return catchThrowableOfType(KfawsException.class, () -> render(template, value));
  }
}
