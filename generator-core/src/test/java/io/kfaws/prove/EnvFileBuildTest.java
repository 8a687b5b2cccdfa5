package io.kfaws.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.kfaws.Source;
import io.kfaws.build.RealEngine;
import io.kfaws.text.EnvFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * What {@link EnvFile} reads and writes is what the real kustomize makes a ConfigMap of: one build
 * over awkward values and files.
 */
class EnvFileBuildTest {
  /** Written, built and read back; each is the same then, or it is refused. */
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "a",
          " a",
          "a ",
          "  a  ",
          "\ta\t",
          "a\tb",
          "#",
          "#a",
          "a#b",
          "a #b",
          " #",
          "=",
          "==",
          "a=b",
          "=a",
          "a=b=c",
          "\"a\"",
          "'a'",
          "\"",
          "'",
          "\"\"",
          "it's \"so\"",
          "`a`",
          "\\",
          "a\\",
          "a\\nb",
          "\\\"",
          "$",
          "$HOME",
          "${HOME}",
          "$(HOME)",
          "$$",
          "%",
          "100%",
          "%s",
          "no",
          "null",
          "~",
          "012345678901",
          "1e3",
          "0x1F",
          "12:30:45",
          "2026-01-31",
          "<<",
          "---",
          "...",
          "- a",
          "a: b",
          "a:",
          "{a: b}",
          "[a",
          "&a",
          "*a",
          "!a",
          "|",
          ">-",
          "@a",
          "{{ a }}",
          "é ü ß 漢字",
          "\uD83D\uDE00",
          "\u00a0a\u00a0",
          "\u200b",
          "\ufffd",
          "x".repeat(60_000),
          "a b ".repeat(100),
          // Refused.
          "a\nb",
          "a\r",
          "a\rb",
          "\r\n",
          "\u0000",
          "\u0001",
          "\u000b",
          "\u000c",
          "\u001b",
          "\u007f",
          "\u0080",
          "\u0085",
          "\u009f",
          "\u2028",
          "\u2029",
          "\ufeff",
          "\ufffe",
          "\uffff",
          "\ud800",
          "x".repeat(65_535));

  /** Whole files; without a finding they are read as kustomize reads them. */
  private static final List<String> FILES =
      List.of(
          "",
          "A=1",
          "A=1\n\n\nB=2\n",
          "\ufeffA=1\nB=2\n",
          "\ufeff  A=1\n",
          "A=1\r\nB=2\r\n",
          "A=1\r",
          "  A=1\n\tB=2\n\u000b\u000cC=3\n",
          "\u00a0A=1\n\u2003B=2\n\u2028C=3\n\u0085D=4\n\u3000E=5\n",
          "# a\n  # b\n#A=1\nA=2 # c\nB=#\n",
          "A=\n",
          "a-b.c_D=1\n-a=2\n.b=3\n0a=4\nyes=5\nY=6\n-=7\n",
          "A=" + "x".repeat(65_533) + "\nB=2\n",
          "#" + "x".repeat(65_534) + "\nB=2\n",
          "k".repeat(253) + "=1\n",
          // Refused.
          "A\n",
          "=1\nB=2\n",
          "A =1\n",
          "export A=1\n",
          "a/b=1\n",
          "é=1\n",
          "..=1\n",
          "0=1\n",
          "1e3=1\n",
          "null=1\n",
          "True=1\n",
          "2026-01-31=1\n",
          "A=1\n\ufeffB=2\n",
          "\u200bA=1\n",
          "A=1\nA=1\n",
          "A=1\r\r\n",
          "B=1\nA=" + "x".repeat(65_534) + "\nC=2\n",
          "B=1\n#" + "x".repeat(65_535) + "\nC=2\n");

  @Test
  void readsAndWritesAsKustomizeDoes(@TempDir Path folder) throws IOException {
    Optional<Engine> engine = RealEngine.find();
    if (engine.isEmpty()) {
      if (RealEngine.isRequired()) {
        fail("there is neither kustomize nor kubectl");
      }
      abort("there is neither kustomize nor kubectl");
    }
    Map<String, Map<String, String>> expected = new TreeMap<>();
    List<String> written = new ArrayList<>();
    Map<String, String> values = new LinkedHashMap<>();
    for (String value : VALUES) {
      if (EnvFile.flaw(value).isEmpty()) {
        String key = "V" + values.size();
        values.put(key, value);
        written.add(EnvFile.line(key, value));
      }
    }
    assertThat(values).hasSizeGreaterThan(60).hasSizeLessThan(VALUES.size());
    expected.put("values", values);
    write(folder, "values", String.join("\n", written) + "\n");
    for (int i = 0; i < FILES.size(); i++) {
      EnvFile file = EnvFile.read(Source.of(Path.of("a.env"), FILES.get(i)));
      if (file.findings().isEmpty()) {
        expected.put("file" + i, file.values());
        write(folder, "file" + i, FILES.get(i));
      }
    }
    assertThat(expected).hasSizeGreaterThan(12).hasSizeLessThan(FILES.size());
    StringBuilder kustomization = new StringBuilder("configMapGenerator:\n");
    expected
        .keySet()
        .forEach(
            name -> kustomization.append("- {name: " + name + ", envs: [" + name + ".env]}\n"));
    kustomization.append("generatorOptions: {disableNameSuffixHash: true}\n");
    Files.writeString(folder.resolve("kustomization.yaml"), kustomization);
    Command.Outcome outcome = engine.get().run(folder.toString());
    assertThat(outcome.isFine()).as(outcome.toString()).isTrue();
    Map<String, Map<String, String>> built = read(outcome.out());
    assertThat(built.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, data) -> assertThat(built.get(name)).as(name).isEqualTo(data));
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name + ".env"), text);
  }

  /** The data of each ConfigMap, by its name: scalars as they are, whatever their type would be. */
  private static Map<String, Map<String, String>> read(String manifests) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    Map<String, Map<String, String>> built = new TreeMap<>();
    for (Node document : new Yaml(options).composeAll(new StringReader(manifests))) {
      Map<String, Node> object = entries(document);
      Map<String, String> data = new TreeMap<>();
      Optional.ofNullable(object.get("data"))
          .ifPresent(node -> entries(node).forEach((key, value) -> data.put(key, text(value))));
      built.put(text(entries(object.get("metadata")).get("name")), data);
    }
    return built;
  }

  private static Map<String, Node> entries(@Nullable Node node) {
    Map<String, Node> entries = new TreeMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        entries.put(text(tuple.getKeyNode()), tuple.getValueNode());
      }
    }
    return entries;
  }

  private static String text(@Nullable Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
