package io.kfaws.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Text that is written is the same text to readers of YAML 1.1 and to our strict one. */
class YamlTextTest {
  /** What some reader takes for something else where it is not in quotes. */
  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "no",
          "Yes",
          "y",
          "ON",
          "true",
          "null",
          "~",
          "Null",
          "012345678901",
          "0.010",
          "1e3",
          "1_000",
          "0x1F",
          "0b1",
          "12:30:45",
          "2026-01-31",
          ".inf",
          ".NaN",
          "=",
          "<<",
          "-",
          "- a",
          "--lr=1",
          "---",
          "? a",
          "a: b",
          "a:",
          ": a",
          "a #b",
          "#a",
          "&a",
          "*a",
          "!a",
          "|",
          ">",
          "@a",
          "`a`",
          "%a",
          "{a: b}",
          "[a]",
          "a, b",
          "'a'",
          "\"a\"",
          "a\\b",
          "${trialParameters.lr}",
          "--lr=\"${trialParameters.lr}\"",
          "$(params.lr)",
          "^openib",
          "status.conditions.#(type==\"Complete\")#|#(status==\"True\")#",
          "([\\w-]+)=(Genotype.*)",
          "  leading",
          "trailing  ",
          "tab\tinside",
          "two\nlines",
          "two\nlines\n",
          "three\n\nlines\n\n",
          "\nfirst is empty",
          "  indented\nfirst",
          "first\n  indented\n\nlast",
          "blank end \nof a line",
          "carriage\r\nreturn",
          "# comment?\nlines",
          "--- \ntext",
          "tab\n\tindented",
          "\u0000\u0007\u001b",
          "\u00a0\u2028\u2029\ufeff\ufffd",
          "Gr\u00f6\u00dfe \u4e2d\u6587 \ud83d\ude80",
          "a".repeat(300) + " " + "b".repeat(300));

  @ParameterizedTest
  @FieldSource("TEXTS")
  void staysWhatItIs(String text) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("value", text).putArray("list").add(text).addObject().put("deep", text);
    tree.putObject("keys").put(text, text);
    String yaml = YamlText.of(tree);
    JsonNode strict = Yaml.read(Source.of(Path.of("x.yaml"), yaml)).root();
    assertThat(strict).as(yaml).isEqualTo(tree);
    Object old = new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    assertThat(old)
        .as(yaml)
        .isEqualTo(
            java.util.Map.of(
                "value", text,
                "list", List.of(text, java.util.Map.of("deep", text)),
                "keys", java.util.Map.of(text, text)));
  }

  /** Every character that kustomize carries, alone and between others; no other is read. */
  @Test
  void keepsEveryCharacter() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    ObjectNode refused = JsonNodeFactory.instance.objectNode();
    for (int c = 0; c < 0x1_0000; c++) {
      String text = (char) c + "a" + (char) c + "b" + (char) c;
      if (Unreadable.in(text).isEmpty()) {
        tree.put("c" + c, text);
      } else {
        refused.put("c" + c, text);
      }
    }
    assertThat(read(tree).root()).isEqualTo(tree);
    assertThatExceptionOfType(KfawsException.class)
        .isThrownBy(() -> read(refused))
        .satisfies(e -> assertThat(e.diagnostics()).hasSameSizeAs(refused));
  }

  private static Document read(ObjectNode tree) {
    return Yaml.read(Source.of(Path.of("x.yaml"), YamlText.of(tree)));
  }

  @Test
  void nothingIsWrittenAsNothing() {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    assertThat(YamlText.of(nodes.objectNode())).isEqualTo("{}\n");
    ObjectNode tree = nodes.objectNode();
    tree.putArray("list");
    tree.putObject("map");
    tree.putNull("null");
    tree.putArray("lists").addArray().add(1).add(2.5).add(true);
    assertThat(YamlText.of(tree))
        .isEqualTo(
            """
            list: []
            map: {}
            "null": null
            lists:
              - - 1
                - 2.5
                - true
            """);
  }
}
