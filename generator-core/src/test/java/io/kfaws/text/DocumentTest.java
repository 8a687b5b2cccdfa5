package io.kfaws.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Source;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths in the words of a user, and the places of nodes. */
class DocumentTest {
  @ParameterizedTest
  @CsvSource({
    "/s3/access/irsa, s3.access.irsa",
    "/profiles/0/name, profiles[0].name",
    "/metadata/annotations/kfaws.io~1x, metadata.annotations[\"kfaws.io/x\"]",
    "'', ''",
  })
  void pathOfAPointer(String pointer, String path) {
    assertThat(Document.path(JsonPointer.compile(pointer))).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "spec, name, spec.name",
    "spec, [0].name, spec[0].name",
    "'', name, name",
    "spec, '', spec",
    "'', '', ''",
  })
  void pathBelowAnother(String parent, String path, String joined) {
    assertThat(Document.path(parent, path)).isEqualTo(joined);
  }

  /** However many nodes a mapping or a list has, each has its place. */
  @ParameterizedTest
  @ValueSource(ints = {3, 1000})
  void placesOfManyNodes(int count) {
    StringBuilder text = new StringBuilder("keys:\n");
    IntStream.range(0, count).forEach(i -> text.append("  k" + i + ": {a: " + i + "}\n"));
    text.append("items:\n");
    IntStream.range(0, count).forEach(i -> text.append("  - {a: " + i + "}\n"));
    Document document = Yaml.read(Source.of(Path.of("a.yaml"), text.toString()));
    int last = count - 1;
    assertThat(document.keyAt(JsonPointer.compile("/keys/k" + last)))
        .hasToString("a.yaml:" + (count + 1) + ":3");
    assertThat(document.at(JsonPointer.compile("/items/" + last + "/a")))
        .hasToString("a.yaml:" + (2 * count + 2) + ":9");
    assertThat(document.at(JsonPointer.compile("/items/" + count)))
        .hasToString("a.yaml:" + (count + 3) + ":3");
    assertThat(document.at(JsonPointer.compile("/keys/none"))).hasToString("a.yaml:2:3");
  }
}
