package io.kfaws.katib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kfaws.Cases;
import io.kfaws.Source;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import io.kfaws.text.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads each {@code src/test/katib/written/<case>/given.yaml} and writes it as {@code
 * expected.yaml}: it means the same, and what is read from it is written the same.
 *
 * <p>{@code -Dkfaws.goldens=write} writes {@code expected.yaml} anew.
 */
class ExperimentTest {
  private static final Path WRITTEN = Cases.HERE.resolve("katib/written");

  private final ExperimentReader reader = new ExperimentReader(new Schemas());

  @TestFactory
  Stream<DynamicTest> written() throws IOException {
    return Cases.folders(WRITTEN).stream()
        .map(folder -> dynamicTest(String.valueOf(folder.getFileName()), () -> writes(folder)));
  }

  private void writes(Path folder) throws IOException {
    Document given = Yaml.read(Source.read(folder.resolve("given.yaml")));
    Experiment experiment = reader.read(given);
    String yaml = experiment.yaml();
    Path expected = folder.resolve("expected.yaml");
    if (Cases.WRITE) {
      Files.writeString(expected, yaml);
    }
    assertThat(yaml).isEqualTo(Files.readString(expected));
    assertThat(Sameness.same(experiment.document().root(), given.root())).isTrue();
    Experiment again = reader.read(experiment.document());
    assertThat(again).isEqualTo(experiment);
    assertThat(again.yaml()).isEqualTo(yaml);
  }
}
