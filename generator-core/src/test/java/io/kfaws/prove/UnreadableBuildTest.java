package io.kfaws.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Source;
import io.kfaws.build.RealEngine;
import io.kfaws.text.Unreadable;
import io.kfaws.text.Yaml;
import io.kfaws.text.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Unreadable} refuses the characters that the real kustomize loses, and no other. */
class UnreadableBuildTest {
  @Test
  void whatIsNotRefusedComesOutAsItWas(@TempDir Path folder) throws IOException {
    ObjectNode values = values(c -> Unreadable.in(source(Character.toString(c))).isEmpty());
    assertThat(values).hasSize(251); // of 259 blocks, 8 are surrogates'
    Command.Outcome outcome = build(folder, YamlText.of(configMap(values)));
    assertThat(outcome.isFine()).as(outcome.said()).isTrue();
    assertThat(Yaml.read(source(outcome.out())).root().path("data")).isEqualTo(values);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\x7F", "\\x80", "\\x9F", "\\uFFFE", "\\uFFFF", "\\uD800", "\\uD83D\\uDE00"})
  void whatIsRefusedDoesNotBuild(String escape, @TempDir Path folder) throws IOException {
    String manifest = YamlText.of(configMap(values(c -> c == '?'))).replace("?", escape);
    assertThat(manifest).contains(escape);
    assertThat(build(folder, manifest).isFine()).isFalse();
  }

  @Test
  void aNextLineComesOutAsASpace(@TempDir Path folder) throws IOException {
    String manifest = YamlText.of(configMap(values(c -> c == '?'))).replace("?", "\\x85");
    Command.Outcome outcome = build(folder, manifest);
    assertThat(outcome.isFine()).as(outcome.said()).isTrue();
    assertThat(outcome.out()).contains("a b");
  }

  private static Command.Outcome build(Path folder, String manifest) throws IOException {
    Optional<Engine> engine = RealEngine.find();
    if (engine.isEmpty()) {
      if (RealEngine.isRequired()) {
        fail("there is neither kustomize nor kubectl");
      }
      abort("there is neither kustomize nor kubectl");
    }
    Files.writeString(folder.resolve("manifest.yaml"), manifest);
    Files.writeString(folder.resolve("kustomization.yaml"), "resources: [manifest.yaml]\n");
    return engine.get().run(folder.toString());
  }

  private static ObjectNode configMap(ObjectNode values) {
    ObjectNode map = JsonNodeFactory.instance.objectNode();
    map.put("apiVersion", "v1").put("kind", "ConfigMap");
    map.putObject("metadata").put("name", "x");
    map.set("data", values);
    return map;
  }

  /** The characters of the first plane and some beyond, a text for each block of 256. */
  private static ObjectNode values(IntPredicate which) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    IntStream.concat(IntStream.range(0, 0x1_0000), IntStream.of(0x1_F600, 0x1_FFFE, 0x10_FFFF))
        .filter(which)
        .forEach(
            c -> {
              String block = "block" + (c >> 8);
              values.put(block, values.path(block).asText("a") + Character.toString(c) + "b");
            });
    return values;
  }

  private static Source source(String text) {
    return Source.of(Path.of("x.yaml"), text);
  }
}
