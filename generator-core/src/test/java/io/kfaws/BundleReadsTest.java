package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run renders is parsed once: each file, and each text inside of one. */
class BundleReadsTest {
  @TempDir Path temp = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "overlays/rds-s3",
        "generator-core/src/test/goldens/secrets-profiles",
        "generator-core/src/test/goldens/several-overlays"
      })
  void parsesEachTextOnce(String folder) throws IOException {
    Source configuration = Source.read(Cases.ROOT.resolve(folder).resolve("kfaws.yaml"));
    Kfaws kfaws = Kfaws.create();
    List<String> reads = new ArrayList<>();
    Generation generation;
    try (Recording recording = new Recording()) {
      recording.enable("io.kfaws.TextRead");
      recording.start();
      generation = kfaws.generate(configuration, temp);
      assertThat(generation.profiles()).isNotNull();
      recording.stop();
      Path file = temp.resolve("reads.jfr");
      recording.dump(file);
      for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
        reads.add(event.getString("origin"));
      }
    }
    assertThat(reads)
        .doesNotHaveDuplicates()
        .contains(configuration.name() + ":1:1")
        .containsAll(
            generation.files().keySet().stream()
                .filter(path -> path.endsWith(".yaml") || path.endsWith(".env"))
                .map(path -> path + ":1:1")
                .toList());
  }
}
