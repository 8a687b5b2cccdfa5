package io.kfaws.katib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Cases;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import io.kfaws.text.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads the experiments that stand in each {@code src/test/katib/inline/<case>/given.yaml} as
 * entries of a list, and compares what is said of them with {@code expected.txt}, and the manifests
 * of those without errors with {@code <name>.yaml}.
 *
 * <p>{@code -Dkfaws.goldens=write} writes all of them anew.
 */
class InlineExperimentTest {
  private static final Path INLINE = Cases.HERE.resolve("katib/inline");

  private final Schemas schemas = new Schemas();
  private final ExperimentValidator check = new ExperimentValidator(schemas);
  private final ExperimentReader reader = new ExperimentReader(schemas);

  @TestFactory
  Stream<DynamicTest> inline() throws IOException {
    return Cases.folders(INLINE).stream()
        .map(folder -> dynamicTest(String.valueOf(folder.getFileName()), () -> reads(folder)));
  }

  private void reads(Path folder) throws IOException {
    Path given = folder.resolve("given.yaml");
    Document outer = Yaml.read(Source.read(given));
    SortedMap<String, String> said = new TreeMap<>();
    List<Diagnostic> findings = new ArrayList<>();
    for (int i = 0; i < outer.root().path("experiments").size(); i++) {
      read(outer, JsonPointer.compile("/experiments/" + i), said, findings);
    }
    said.put(
        "expected.txt",
        findings.stream()
            .map(finding -> finding + "\n")
            .collect(Collectors.joining())
            .replace(folder.toString().replace('\\', '/') + "/", ""));
    said.put("given.yaml", Files.readString(given));
    if (Cases.WRITE) {
      Cases.write(folder, said);
    }
    assertThat(said).isEqualTo(Cases.files(folder));
  }

  private void read(
      Document outer, JsonPointer at, SortedMap<String, String> said, List<Diagnostic> findings) {
    try {
      InlineExperiment inline = InlineExperiment.read(schemas, outer, at, "team-a");
      List<Diagnostic> found = inline.validate(check);
      findings.addAll(found);
      if (found.stream().noneMatch(Diagnostic::isError)) {
        Experiment experiment = reader.read(inline.manifest());
        said.put(experiment.metadata().name() + ".yaml", experiment.yaml());
        assertThat(check.check(experiment)).noneMatch(Diagnostic::isError);
      }
    } catch (KfawsException e) {
      findings.addAll(e.diagnostics());
    }
  }
}
