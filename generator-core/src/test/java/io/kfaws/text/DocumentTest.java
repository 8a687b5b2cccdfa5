package io.kfaws.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths in the words of a user. */
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
}
