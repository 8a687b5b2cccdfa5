package io.kfaws.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template can say, and that nothing else can be said. */
class TemplateSyntaxTest {
  private static final String VALUES =
      """
      a:
        text: x
        none: ""
        yes: true
        no: false
        zero: 0
        list: [1, 2]
        nobody: []
        mapping: {z: {on: true}, a: {on: false}, "not": {}}
        nothing: {}
        empty: kept
      release: {objects: [{kind: Deployment}]}
      """;

  private final Templates templates = new Templates();

  private String render(String template) throws IOException {
    Values values = new Values(new YAMLMapper().readTree(VALUES));
    return templates.render(Source.of(Path.of("t.j2"), template), values);
  }

  private KfawsException refused(String template) {
    return catchThrowableOfType(KfawsException.class, () -> render(template));
  }

  /** The lines of tags vanish, and no other line does. */
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void tagsTakeTheirLinesWithThem(String end) throws IOException {
    String template =
        """
        # one
        {% for item in a.list %}

          - {{ item | yaml }}
        {% if a.text %}
            {{ a.text | yaml }}:
              {{ item | yaml }}
        {% endif %}
        {% endfor %}

        {% if a.no %}
        gone
        {% endif %}
        {% for item in a.nobody %}
        gone
        {% endfor %}
        # end
        """;
    assertThat(render(template.replace("\n", end)))
        .isEqualTo(
            """
            # one

              - 1
                x:
                  1

              - 2
                x:
                  2

            # end
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{% if a.yes %}\nx\n{% endif %}", "{% for i in a.list %}\n{% endfor %}"})
  void aTagCanBeTheLastThing(String template) throws IOException {
    assertThat(render(template)).isEqualTo(template.contains("x") ? "x\n" : "");
    assertThat(render("")).isEmpty();
  }

  /** Braces that open nothing are text. */
  @Test
  void bracesAreText() throws IOException {
    assertThat(
            render(
                "{\"a\": {\"b\": {{ a.text | string }}}} %} #} it's \" {\n{% if a.yes %}\n#}\n{% endif %}\n"))
        .isEqualTo("{\"a\": {\"b\": \"x\"}} %} #} it's \" {\n#}\n");
  }

  /** There is something: present, not empty, not false. */
  @ParameterizedTest
  @CsvSource({
    "a.text, true",
    "a.none, false",
    "a.yes, true",
    "a.no, false",
    "a.zero, true",
    "a.list, true",
    "a.nobody, false",
    "a.mapping, true",
    "a.nothing, false",
    "a, true",
    "a.absent, false",
    "a.absent.below, false",
    "a.mapping.z.on, true",
    "a.mapping.a.on, false",
    "rds, false",
    "rds.host, false"
  })
  void conditions(String path, boolean holds) throws IOException {
    assertThat(render("{% if " + path + " %}\nthere\n{% endif %}\n"))
        .isEqualTo(holds ? "there\n" : "");
  }

  /** The entries of a mapping come in their order, each with its key and value. */
  @Test
  void loopsOverMappings() throws IOException {
    assertThat(
            render(
                """
                {% for entry in a.mapping %}
                {{ entry.key | yaml }}:
                {% if entry.value.on %}
                  on: {{ entry.value.on | yaml }}
                {% endif %}
                {% endfor %}
                """))
        .isEqualTo("z:\n  on: true\na:\nnot:\n");
  }

  /** The words of Jinjava's expressions are keys like any other. */
  @Test
  void keysAreKeys() throws IOException {
    assertThat(render("{{ a.empty | word }}\n{{ a.mapping.not | json }}")).isEqualTo("kept\n{}");
  }

  /** A loop's name is its own, and the one around it is back after it. */
  @Test
  void namesOfLoopsEnd() throws IOException {
    assertThat(
            render(
                """
                {% for i in a.list %}
                {% for i in a.mapping %}
                {{ i.key | word }}
                {% endfor %}
                {{ i | word }}
                {% endfor %}
                """))
        .isEqualTo("z\na\nnot\n1\nz\na\nnot\n2\n");
    assertThat(refused("{% for i in a.list %}\n{% endfor %}\n{{ i | word }}\n"))
        .hasMessageStartingWith("t.j2:3: error: there is no value i");
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
        "key: {{ a.b | json }}",
        "  {{ a.b | json }}",
        "{{ a.b | json }},",
        "{{ a.b | json }} {{ a.b | json }}",
        "key: {{ a.b | manifest }}",
        "  {{ a.b | manifest }}",
        "{{ a.b | manifest }} ",
        "{{- a.b | yaml -}}",
        "{# comment #}",
        "{% if a.b %}",
        "{% if not a.b %}",
        "{% if a.b == 1 %}",
        "{% if a.b and a.c %}",
        "  {% if a.b %}",
        "{% if a.b %} {% endif %}",
        "{% if release.objects %}",
        "{% if overlay %}",
        "{% else %}",
        "{% elif a.b %}",
        "{% endif %}",
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{% raw %}",
        "  {% for x in a %}",
        "{% for x in a %} {% endfor %}",
        "{% for x in a %}",
        "{% for x, y in a %}",
        "{% for release in a %}",
        "{% endfor %}",
        "{%- endfor %}"
      })
  void theDialectIsSmall(String template) {
    assertThat(refused("# one\n" + template + "\n").diagnostics())
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo("template-syntax"))
        .allSatisfy(finding -> assertThat(finding.location().line()).isEqualTo(2))
        .allSatisfy(finding -> assertThat(finding.hint()).isNotEmpty());
  }

  /** One slip is one finding: the end of a tag that is ill-formed is not another. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% for x in a.b() %}\n{% endfor %}\n",
        "{% if not a.b %}\n{% endif %}\n",
        "{% for x in release.objects %}\n{% if x.kind %}\n{% endif %}\n{% endfor %}\n",
        "{% for x in a.list %}\n{% if a.yes %}\n{% endfor %}\n"
      })
  void oneSlipIsOneFinding(String template) {
    assertThat(refused(template).diagnostics()).hasSize(template.contains("yes") ? 2 : 1);
  }

  /** Wherever a value is missing, the message names its line, however many tags are above. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 6})
  void aMissingValueIsAnErrorAtItsLine(int tags) {
    String above = "# above\n" + "{% if a.yes %}\n".repeat(tags);
    String below = "# below\n" + "{% endif %}\n".repeat(tags);
    assertThat(refused(above + "key: {{ a.absent | yaml }}\n" + below).diagnostics())
        .singleElement()
        .returns("template-value", Diagnostic::rule)
        .returns(tags + 2, finding -> finding.location().line());
    assertThat(refused(above + "{% for x in a.absent %}\n{% endfor %}\n" + below).diagnostics())
        .singleElement()
        .returns("template-value", Diagnostic::rule)
        .returns(tags + 2, finding -> finding.location().line());
    assertThat(refused(above + below + "{% if absent %}\n{% endif %}\n").diagnostics())
        .singleElement()
        .returns("template-value", Diagnostic::rule)
        .returns(2 * tags + 3, finding -> finding.location().line());
  }

  /** What no configuration could ever have is an error even where a condition asks for it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "absent",
        "absent.below",
        "loop",
        "loop.first",
        "true",
        "a.text.below",
        "a.list.size"
      })
  void misspeltNamesAreErrors(String path) {
    for (String template :
        new String[] {
          "{{ " + path + " | json }}\n",
          "{% if " + path + " %}\n{% endif %}\n",
          "{% for x in " + path + " %}\n{% endfor %}\n"
        }) {
      assertThat(refused(template).diagnostics())
          .singleElement()
          .returns("template-value", Diagnostic::rule);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.text", "a.yes", "a.zero", "a.none"})
  void onlyListsAndMappingsHaveItems(String path) {
    assertThat(refused("{% for x in " + path + " %}\n{% endfor %}\n"))
        .hasMessageContaining(path + " is neither a list nor a mapping");
  }
}
