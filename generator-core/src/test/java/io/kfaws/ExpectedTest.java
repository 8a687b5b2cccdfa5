package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each body lies once, and whatever is wrong with one is told with its case and its owner. */
class ExpectedTest {
  private static final SortedMap<String, String> SAMPLE =
      new TreeMap<>(Map.of("x/one.yaml", "1\n", "x/two.yaml", "2\n", "x/twice.yaml", "1\n"));
  private static final SortedMap<String, String> FIRST =
      new TreeMap<>(Map.of("y/one.yaml", "1\n", "y/own.yaml", "own\n", "y/own-too.yaml", "own\n"));
  private static final SortedMap<String, String> SECOND =
      new TreeMap<>(Map.of("z/one.yaml", "1\n", "z/own.yaml", "own\n"));

  @TempDir Path temp = Path.of("");

  private Path sample = temp;
  private Path first = temp;
  private Path second = temp;
  private Expected expected = new Expected(List.of(), List.of());

  @BeforeEach
  void write() throws IOException {
    sample = Files.createDirectories(temp.resolve("overlays/sample"));
    first = Files.createDirectories(temp.resolve("goldens/first"));
    second = Files.createDirectories(temp.resolve("goldens/second"));
    expected = new Expected(List.of(sample), List.of(first, second));
    Files.createDirectories(second.resolve("expected/z/empty"));
    Files.writeString(second.resolve("expected/z/old.yaml"), "old\n");
    Files.writeString(second.resolve("expected.same"), "old.yaml: first/old.yaml\n");
    expected.write(Map.of(sample, SAMPLE, first, FIRST, second, SECOND));
  }

  @Test
  void writesEachBodyOnceAndTheSamplesWhole() throws IOException {
    assertThat(Cases.files(sample.resolve("expected"))).isEqualTo(SAMPLE);
    assertThat(Cases.files(first))
        .containsOnlyKeys("expected/y/own-too.yaml", "expected.same")
        .containsEntry(
            "expected.same",
            "y/one.yaml: overlays/sample/x/one.yaml\ny/own.yaml: first/y/own-too.yaml\n");
    assertThat(Cases.files(second)).containsOnlyKeys("expected.same");
    assertThat(second.resolve("expected")).doesNotExist();
    assertThat(expected.slips()).isEmpty();
  }

  @Test
  void readsWhatItWrote() throws IOException {
    expected.verify(sample, SAMPLE);
    expected.verify(first, FIRST);
    expected.verify(second, SECOND);
    assertThat(expected.of(second))
        .containsEntry("z/own.yaml", new Expected.Body("first/y/own-too.yaml", "own\n"));
  }

  @Test
  void aChangeOfASharedBodyChangesOneFile() throws IOException {
    SortedMap<String, String> before = Cases.files(temp);
    SortedMap<String, String> changed = new TreeMap<>(FIRST);
    changed.replaceAll((path, text) -> text.replace("own", "other"));
    SortedMap<String, String> changedToo = new TreeMap<>(SECOND);
    changedToo.replaceAll((path, text) -> text.replace("own", "other"));
    expected.write(Map.of(sample, SAMPLE, first, changed, second, changedToo));
    SortedMap<String, String> after = Cases.files(temp);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.entrySet().removeAll(before.entrySet());
    assertThat(after).containsOnlyKeys("goldens/first/expected/y/own-too.yaml");
  }

  @Test
  void tellsWhatDiffersIsMissingAndIsSuperfluous() {
    fails(Map.of("z/one.yaml", "1\n", "z/own.yaml", "other\n"))
        .withMessageContaining("second: z/own.yaml, which first/y/own-too.yaml holds");
    fails(Map.of("z/one.yaml", "1\n"))
        .withMessageContaining("[second]")
        .withMessageContaining("z/own.yaml is missing; first/y/own-too.yaml holds it");
    fails(Map.of("z/one.yaml", "1\n", "z/own.yaml", "own\n", "z/new.yaml", "own\n"))
        .withMessageContaining("[second]")
        .withMessageContaining("z/new.yaml is superfluous");
  }

  private ThrowableAssertAlternative<AssertionError> fails(Map<String, String> files) {
    return assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> expected.verify(second, new TreeMap<>(files)));
  }

  /** What a line of a list may not be, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "z/a.yaml: first/gone.yaml | names a file that is not there",
        "z/a.yaml: third/y/own-too.yaml | names a file that is not there",
        "z/a.yaml: first/y/one.yaml | names a file that is not there",
        "z/own.yaml: first/y/own-too.yaml | z/own.yaml is expected twice",
        "z/a.yaml | is not <path>: <case>/<path there>"
      })
  void tellsOfALineThatIsWrong(String line, String message) throws IOException {
    Path list = second.resolve("expected.same");
    Files.writeString(list, Files.readString(list) + line + "\n");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> expected.of(second))
        .withMessageContaining("second/expected.same: ")
        .withMessageContaining(message);
  }

  @Test
  void tellsOfABodyThatLiesTwice() throws IOException {
    Files.createDirectories(second.resolve("expected/z"));
    Files.writeString(second.resolve("expected/z/again.yaml"), "2\n");
    assertThat(expected.slips())
        .contains("second/z/again.yaml lies twice; overlays/sample/x/two.yaml holds it");
  }

  @Test
  void tellsOfAListThatDoesNotNameTheFirst() throws IOException {
    Path list = first.resolve("expected.same");
    Files.writeString(list, Files.readString(list).replace("x/one.yaml", "x/twice.yaml"));
    assertThat(expected.slips())
        .containsExactly(
            "first/expected.same is not the sorted list of what an earlier file holds");
  }
}
