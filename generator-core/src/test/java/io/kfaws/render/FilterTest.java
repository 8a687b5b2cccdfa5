package io.kfaws.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    return templates.render(Source.of(Path.of("t.j2"), template), new Values(tree));
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
        "\u00a0\ufffd",
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
    String scalar = render("{{ a.b | yaml }}", value);
    assertThat(scalar).doesNotContain("\n");
    isReadAs(scalar, value);
    isReadAs(render("{{ a.b | string }}", value), value);
    String block = render("key: |\n  inner: {{ a.b | yaml }}\n", value);
    String inner =
        new ObjectMapper()
            .convertValue(new Yaml().load(block), ObjectNode.class)
            .path("key")
            .asText();
    assertThat(new ObjectMapper().convertValue(new Yaml().load(inner), ObjectNode.class))
        .isEqualTo(JsonNodeFactory.instance.objectNode().put("inner", value));
  }

  /** In block and in flow context, to YAML 1.1 and to the strict reader, as a key and a value. */
  private static void isReadAs(String scalar, String value) {
    assertThat(new Yaml().<Object>load(scalar)).isEqualTo(value);
    assertThat(new Yaml().<Object>load("{" + scalar + ": [" + scalar + ", x]}"))
        .isEqualTo(Map.of(value, List.of(value, "x")));
    Source source = Source.of(Path.of("scalar.yaml"), "a: " + scalar + "\n");
    assertThat(io.kfaws.text.Yaml.read(source).root().path("a").textValue()).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void stringsAreJson(String value) throws IOException {
    String quoted = render("{{ a.b | string }}", value);
    assertThat(quoted).doesNotContain("\n").startsWith("\"").endsWith("\"");
    assertThat(new ObjectMapper().readTree(quoted).textValue()).isEqualTo(value);
  }

  /** What needs no quotes has none, so that generated files look as kubectl prints them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "team-a",
        "arn:aws:iam::012345678901:role/kf-pipelines",
        "https://oidc.eks.us-west-2.amazonaws.com/id/0123",
        "system:serviceaccount:team-a:default",
        "kf-db.abc.us-west-2.rds.amazonaws.com",
        "user@example.com",
        "256Gi",
        "1.2.3",
        "10.0.0.0/16",
        "/mnt/secrets"
      })
  void plainTextIsPlain(String value) {
    assertThat(render("{{ a.b | yaml }}", value)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "64",
        "0x1F",
        "0X1F",
        "26.03",
        "012",
        "1_000",
        "1e3",
        "12:30:45",
        "2026-01-01",
        ".5",
        "y",
        "No",
        "on",
        "TRUE",
        "null",
        "~",
        "<<",
        "=",
        "${HOME}",
        "a: b",
        "a #b",
        "a:",
        "- a",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "a,b",
        "[a]",
        "{a}",
        ""
      })
  void whatAReaderCouldTakeForAnotherThingIsQuoted(String value) {
    assertThat(render("{{ a.b | yaml }}", value)).startsWith("\"").endsWith("\"");
  }

  @Test
  void numbersAndTruthAreBare() {
    assertThat(render("{{ a.number | yaml }} {{ a.truth | yaml }} {{ a.number | env }}", ""))
        .isEqualTo("3306 true 3306");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a b",
        "a=b",
        "#",
        "'\"\\",
        "{{ a.b | env }}",
        "é",
        "$HOME",
        " a",
        "a ",
        "\t"
      })
  void envIsTheRestOfTheLine(String value) {
    assertThat(render("KEY={{ a.b | env }}\n", value)).isEqualTo("KEY=" + value + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nB=c", "a\r", "a\u0000b", "\u007f", "\u0085", "\u2028", "\ud800"})
  void envRefusesWhatIsNoLine(String value) {
    assertThat(refused("# one\nKEY={{ a.b | env }}\n", value))
        .hasMessageStartingWith("t.j2:2: error: a value of an env file cannot hold ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kf-demo-team_a",
        "arn:aws:iam::012345678901:role/kf/a+b=c,d@e.f",
        "file://iam/roles/x/trust-policy.json",
        "./a",
        "100%",
        "0"
      })
  void wordIsItself(String value) {
    assertThat(render("aws --role-name {{ a.b | word }} \\\n", value))
        .isEqualTo("aws --role-name " + value + " \\\n");
  }

  /** What a shell would split, expand, run, or take for an option or an assignment of its own. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "a b", "a;b", "a&b", "a|b", "$a", "`a`", "a'b", "a\"b", "a\\b", "a\nb", "a\tb",
            "#a",
        "~", "a*", "a?b", "[a]", "{a,b}", "(a)", "<a", ">a", "!a", "a^b", "-a", "=a", "é", "a\u0000"
      })
  void wordRefusesWhatIsMore(String value) {
    assertThat(refused("# one\n`{{ a.b | word }}`\n", value))
        .hasMessageStartingWith("t.j2:2: error: the value is not one plain word to a shell");
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void jsonIsTheSameToEveryReader(String value) throws IOException {
    String text = render("{{ a | json }}", value);
    ObjectNode a = JsonNodeFactory.instance.objectNode();
    a.put("b", value).put("number", 3306).put("truth", true);
    assertThat(new ObjectMapper().readTree(text)).isEqualTo(a);
    assertThat(new ObjectMapper().convertValue(new Yaml().load(text), ObjectNode.class))
        .isEqualTo(a);
  }

  /** One form: two spaces, an item a line, the order of the bindings, no line break at the end. */
  @Test
  void jsonHasOneForm() throws IOException {
    String json =
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Action": [
                "s3:GetObject",
                "s3:PutObject"
              ],
              "Resource": "*",
              "Condition": {}
            },
            []
          ],
          "a \\"key\\"": 1,
          "B": false
        }\
        """;
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.set("a", new ObjectMapper().readTree(json));
    Source template = Source.of(Path.of("t.j2"), "{{ a | json }}\n");
    assertThat(templates.render(template, new Values(tree))).isEqualTo(json + "\n");
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void manifestIsTheSameToEveryReader(String value) {
    ObjectNode a = JsonNodeFactory.instance.objectNode();
    a.put("b", value).put("number", 3306).put("truth", true);
    String text = render("# what it is for\n{{ a | manifest }}\n", value);
    assertThat(text).startsWith("# what it is for\nb: ").endsWith("\ntruth: true\n");
    assertThat(new ObjectMapper().convertValue(new Yaml().load(text), ObjectNode.class))
        .isEqualTo(a);
  }

  /** A list of trees is documents, and the line after the hole is its own. */
  @Test
  void manifestsAreDocuments() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.putArray("all")
        .add(tree.objectNode().put("a", "1\n2\n"))
        .add(tree.objectNode().put("b", 2));
    Source template = Source.of(Path.of("t.j2"), "{{ all | manifest }}\n---\nc: 3\n");
    assertThat(templates.render(template, new Values(tree)))
        .isEqualTo("a: |\n  1\n  2\n---\nb: 2\n---\nc: 3\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"text\"", "[]", "{}", "[{\"a\": 1}, 2]", "[[]]"})
  void whatHasNoKeysIsNoManifest(String value) throws IOException {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.set("a", new ObjectMapper().readTree(value));
    Source template = Source.of(Path.of("t.j2"), "# one\n{{ a | manifest }}\n");
    assertThatThrownBy(() -> templates.render(template, new Values(tree)))
        .hasMessageStartingWith("t.j2:2: error: the value is no manifest");
  }

  /** A section or a list has no form as a value: Java's own would come out. */
  @ParameterizedTest
  @ValueSource(strings = {"{{ a | yaml }}", "{{ a | env }}", "{{ a | word }}"})
  void aSectionIsNoValue(String template) {
    assertThat(refused(template, "").diagnostics())
        .singleElement()
        .returns("template-value", finding -> finding.rule());
  }

  private KfawsException refused(String template, String value) {
    return catchThrowableOfType(KfawsException.class, () -> render(template, value));
  }
}
