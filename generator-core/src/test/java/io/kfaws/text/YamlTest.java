package io.kfaws.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strict YAML takes, what it refuses, and where it says that things stand. */
class YamlTest {
  private static Document read(String text) {
    return Yaml.read(Source.of(Path.of("a.yaml"), text));
  }

  private static List<Diagnostic> refused(String text) {
    return catchThrowableOfType(KfawsException.class, () -> read(text)).diagnostics();
  }

  /** Unquoted scalars that are the same to every reader, and what they are as JSON. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "text | \"text\"",
        "two words | \"two words\"",
        "'012' | \"012\"",
        "\"no\" | \"no\"",
        "'' | \"\"",
        "null | null",
        "~ | null",
        "true | true",
        "False | false",
        "0 | 0",
        "-1 | -1",
        "3306 | 3306",
        "123456789012 | 123456789012",
        "12345678901234567890123 | 12345678901234567890123",
        "26.03 | 26.03",
        "26.10 | 26.10",
        "1.5e+3 | 1.5E+3",
        "v1.7.0 | \"v1.7.0\"",
        "1.7.0 | \"1.7.0\"",
        "1m | \"1m\"",
        "8Mi | \"8Mi\"",
        "yes please | \"yes please\"",
        "nope | \"nope\"",
        "https://a.b/c#d | \"https://a.b/c#d\"",
        "é | \"é\"",
      })
  void takes(String yaml, String json) {
    assertThat(read("key: " + yaml).root().path("key")).hasToString(json);
  }

  /** Unquoted scalars on which readers of YAML 1.1 and 1.2 differ. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "y",
        "N",
        "yes",
        "No",
        "ON",
        "off",
        "012",
        "007",
        "+1",
        "1_000",
        "0x1F",
        "0o17",
        "0b11",
        "1:30",
        "12:30:45",
        "190:20:30.15",
        "1e3",
        "1E5",
        ".5",
        "5.",
        "+.5",
        "1.5e3",
        "1_0.5",
        ".inf",
        "-.Inf",
        ".NaN",
        "2026-01-31",
        "2026-1-3",
        "2026-01-31T10:00:00Z",
        "2026-01-31 10:00:00",
        "=",
        "<<"
      })
  void refusesWhatReadersDifferOn(String yaml) {
    assertThat(refused("key: " + yaml))
        .singleElement()
        .returns("ambiguous-scalar", Diagnostic::rule)
        .returns(new Location("a.yaml", 1, 6), Diagnostic::location)
        .returns("key", Diagnostic::path)
        .extracting(Diagnostic::hint)
        .asString()
        .contains("\"" + yaml + "\"");
    assertThat(read("key: \"" + yaml + "\"").root().path("key").textValue()).isEqualTo(yaml);
  }

  /** Texts, the rule that refuses them, and where. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "a: 1\\na: 2 | duplicate-key | 2:1",
        "a: {b: 1, b: 2} | duplicate-key | 1:11",
        "a: &x 1\\nb: *x | yaml-alias | 2:4",
        "a: !!str 1 | yaml-tag | 1:4",
        "a: !mine {} | yaml-tag | 1:4",
        "!!map {a: 1} | yaml-tag | 1:1",
        "? [a]\\n: 1 | key-not-text | 1:3",
        "a: 1\\n---\\nb: 2 | several-documents | 3:1",
        "a: [1 | yaml-syntax | 2:1",
        "a: 'b | yaml-syntax | 2:1",
        "\\ta: 1 | yaml-syntax | 1:1",
        "a: @b | yaml-syntax | 1:4",
        "%YAML 3.0\\n---\\na: 1 | yaml-syntax | 1:1",
      })
  void refuses(String text, String rule, String place) {
    assertThat(refused(text.replace("\\n", "\n").replace("\\t", "\t") + "\n"))
        .first()
        .returns(rule, Diagnostic::rule)
        .extracting(finding -> finding.location().toString())
        .isEqualTo("a.yaml:" + place);
  }

  @Test
  void namesAllFindingsAtOnce() {
    assertThat(refused("a: no\nb: 012\na: yes\n")).hasSize(4);
  }

  @Test
  void everyNodeKnowsItsPlace() {
    Document document = read("a:\n  b: [x, {c: 1}]\n# d\ne: |\n  f\n");
    assertThat(document.keyAt(JsonPointer.compile("/a/b"))).hasToString("a.yaml:2:3");
    assertThat(document.at(JsonPointer.compile("/a/b"))).hasToString("a.yaml:2:6");
    assertThat(document.at(JsonPointer.compile("/a/b/1/c"))).hasToString("a.yaml:2:14");
    assertThat(document.keyAt(JsonPointer.compile("/a/b/1/c"))).hasToString("a.yaml:2:11");
    assertThat(document.at(JsonPointer.compile("/a/b/7/nowhere"))).hasToString("a.yaml:2:6");
    assertThat(document.keyAt(JsonPointer.compile("/e"))).hasToString("a.yaml:4:1");
  }

  /** Findings in YAML that is inside a text name the lines of the whole file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '§',
      value = {
        "a:\\n  b: |\\n    c: 1\\n    d: no\\n ! a.yaml:4:8",
        "a:\\n  b: |-\\n\\n    c: 1\\n    d: no\\n ! a.yaml:5:8",
        "a: # why\\n  b: | # text\\n      c:\\n        d: no\\n ! a.yaml:4:12",
        "a:\\n  b: |2\\n    c: no\\n ! a.yaml:3:8",
      })
  void insideABlockTheWholeFileCounts(String text, String place) {
    Document document = read(text.replace("\\n", "\n"));
    KfawsException refused =
        catchThrowableOfType(
            KfawsException.class, () -> document.inside(JsonPointer.compile("/a/b")));
    assertThat(refused.diagnostics().get(0).location()).hasToString(place);
  }

  @ParameterizedTest
  @CsvSource({
    "/s3/access/irsa, s3.access.irsa",
    "/overlays/0, overlays[0]",
    "/data/a.json, data[\"a.json\"]",
    "/a/$patch, a.$patch",
    "/a/b~1c, a[\"b/c\"]"
  })
  void pathsAreInTheUsersWords(String pointer, String path) {
    assertThat(Document.path(JsonPointer.compile(pointer))).isEqualTo(path);
  }

  @Test
  void sourcesAreUtf8WithOrWithoutAMark(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("configuration.yaml");
    Files.writeString(file, "\uFEFFa: é\n");
    assertThat(Source.read(file).text()).isEqualTo("a: é\n");
    assertThat(Yaml.read(Source.read(file)).keyAt(JsonPointer.compile("/a")).column()).isOne();
    Files.write(file, "a: é\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(catchThrowableOfType(KfawsException.class, () -> Yaml.read(Source.read(file))))
        .isNotNull();
    assertThat(catchThrowableOfType(KfawsException.class, () -> Source.read(folder)))
        .hasMessageContaining("is a folder, not a file [no-such-file]");
  }

  @Test
  void lineEndsOfWindowsAreTheSame() {
    assertThat(read("a: 1\r\nb:\r\n  - x\r\n").root()).isEqualTo(read("a: 1\nb:\n  - x\n").root());
  }

  /** Of others' files one key matters: what is odd beside it is not told, what is odd in it is. */
  @Test
  void readsForOneKey() {
    String odd = "a: &b [yes, yes]\nc: *b\nc: !tag x\n? [d]\n: e\n";
    assertThat(Yaml.readFor("key", Source.of(Path.of("a.yaml"), odd + "key: {x: [z]}\n")))
        .hasValueSatisfying(
            document -> assertThat(document.root().at("/key/x/0").asText()).isEqualTo("z"));
    assertThat(Yaml.readFor("key", Source.of(Path.of("a.yaml"), "# nothing\n"))).isEmpty();
    for (String wrong : List.of("key: {x: *b}\n", "key: [no]\n", "key: 1\nkey: 2\n", "f: [\n")) {
      assertThat(
              catchThrowableOfType(
                      KfawsException.class,
                      () -> Yaml.readFor("key", Source.of(Path.of("a.yaml"), odd + wrong)))
                  .diagnostics())
          .as(wrong)
          .isNotEmpty();
    }
  }
}
