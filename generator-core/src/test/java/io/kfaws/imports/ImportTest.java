package io.kfaws.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kfaws.Cases;
import io.kfaws.Diagnostic;
import io.kfaws.Imported;
import io.kfaws.Kfaws;
import io.kfaws.KfawsException;
import io.kfaws.MissingInput;
import io.kfaws.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Imports {@code in/} of each {@code src/test/imports/<case>} with the options in {@code
 * given.txt}, and compares the configuration with {@code expected.yaml}, and what is said with
 * {@code expected.txt}. A configuration that is written can be generated from.
 *
 * <p>{@code -Dkfaws.goldens=write} writes both anew.
 */
class ImportTest {
  private static final Path IMPORTS = Cases.HERE.resolve("imports");

  /** What is pasted into the cases and must never be repeated. */
  private static final List<String> SECRETS =
      List.of("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI", "hunter2");

  private final Kfaws kfaws = Kfaws.create();

  @TestFactory
  Stream<DynamicTest> imports() throws IOException {
    return Cases.folders(IMPORTS).stream()
        .map(folder -> dynamicTest(String.valueOf(folder.getFileName()), () -> imports(folder)));
  }

  private void imports(Path folder) throws IOException {
    SortedMap<String, String> result = new TreeMap<>();
    Cases.files(folder).forEach((path, text) -> keep(result, path, text));
    List<Diagnostic> said;
    Optional<String> written = Optional.empty();
    try {
      Imported imported = kfaws.importFrom(List.of(folder.resolve("in")), given(folder));
      said = imported.notes();
      result.put("expected.yaml", imported.configuration());
      written = Optional.of(imported.configuration());
    } catch (KfawsException e) {
      said = e.diagnostics();
    }
    String text = said.stream().map(finding -> finding + "\n").collect(Collectors.joining());
    if (!text.isEmpty()) {
      result.put("expected.txt", text.replace(folder.toString().replace('\\', '/') + "/", ""));
    }
    if (Cases.WRITE) {
      Cases.write(folder, result);
    }
    assertThat(result).isEqualTo(Cases.files(folder));
    assertThat(written.orElse("") + text).doesNotContain(SECRETS);
    if (written.isPresent()) {
      Source configuration = Source.of(folder.resolve("kfaws.yaml"), written.get());
      assertThat(kfaws.generate(configuration, folder.resolve("out")).files()).isNotEmpty();
    }
  }

  private static void keep(Map<String, String> files, String path, String text) {
    if (!path.startsWith("expected.")) {
      files.put(path, text);
    }
  }

  /** Lines of an option and its value. */
  private static Map<MissingInput, String> given(Path folder) throws IOException {
    Map<MissingInput, String> given = new EnumMap<>(MissingInput.class);
    Path file = folder.resolve("given.txt");
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      List<String> words = List.of(line.split(" ", 2));
      MissingInput gap =
          Stream.of(MissingInput.values())
              .filter(one -> one.option().equals(words.get(0)))
              .findFirst()
              .orElseThrow();
      given.put(gap, words.get(1));
    }
    return given;
  }
}
