package io.kfaws.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Cases;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plain reader reads what the strict one reads, or nothing. */
class PlainYamlTest {
  private static final Pattern READ = Pattern.compile(".*\\.(yaml|yml|json|j2)");
  private static final String SIGNS = " \n:-#\"'{}[],|>&*!%@?~=.\\<0a1\tä";
  private static final int LONGEST = 3000;

  /** Texts of the repository: overlays, goldens and cases, right and wrong. */
  private static List<String> texts() throws IOException {
    try (Stream<Path> overlays = Files.walk(Cases.ROOT.resolve("overlays"));
        Stream<Path> cases = Files.walk(Cases.HERE)) {
      return Stream.concat(overlays, cases)
          .filter(path -> READ.matcher(path.toString()).matches() && Files.isRegularFile(path))
          .map(path -> path.toFile())
          .filter(file -> file.length() < LONGEST)
          .map(file -> text(file.toPath()))
          .distinct()
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return ""; // no UTF-8, which no reader sees
    }
  }

  /** Whether a text was read; what was read is what the strict reader reads without a finding. */
  private static boolean isRead(String text) {
    Optional<List<JsonNode>> plain = PlainYaml.read(text);
    plain.ifPresent(trees -> assertThat(trees).as(text).isEqualTo(strict(text)));
    return plain.isPresent();
  }

  private static List<JsonNode> strict(String text) {
    try {
      Source source = Source.of(Path.of("a.yaml"), text);
      Location start = Location.of("a.yaml");
      List<JsonNode> trees = trees(Yaml.readPlaced(source, start, false));
      assertThat(trees(Yaml.readPlaced(source, start, true))).as(text).isEqualTo(trees);
      return trees;
    } catch (KfawsException e) {
      throw new AssertionError("read what the strict reader refuses:\n" + text, e);
    }
  }

  private static List<JsonNode> trees(List<Document> documents) {
    return documents.stream().map(Document::root).toList();
  }

  @Test
  void readsMostOfTheRepository() throws IOException {
    List<String> texts = texts();
    long read = texts.stream().filter(PlainYamlTest::isRead).count();
    assertThat(read).isGreaterThan(texts.size() * 3L / 4);
  }

  /** What is nearly one of them is read as the strict reader does, or not at all. */
  @Test
  void guessesNothing() throws IOException {
    Random random = new Random(17);
    List<String> texts = texts();
    int read = 0;
    for (int i = 0; i < 10_000; i++) {
      String text = texts.get(random.nextInt(texts.size()));
      read += isRead(changed(text, random)) ? 1 : 0;
    }
    assertThat(read).isBetween(2_000, 9_000);
  }

  private static String changed(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    String before = text.substring(0, at);
    String sign = String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())));
    return switch (random.nextInt(3)) {
      case 0 -> before + sign + text.substring(at);
      case 1 -> before + text.substring(Math.min(text.length(), at + 1));
      default -> before;
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# a comment\n",
        "a: 1\n---\nb: [x, {c: d}, \"e\"]\n",
        "- a: |\n    text\n\n    more\n  b: |-\n    end\n- c\n",
        "a:\n- x\n- y: z\nb:\n# comment\nc: arn:aws:iam::012345678901:role/x # why\n",
        "{\"a\": [1, true, null, \"\\n\"],\n \"b\": {}}\n",
        "a: \"ö\\\"\\\\\\t\"\n",
        "a: {b: s3://x/y, c: 1.5}\n"
      })
  void readsWhatIsPlain(String text) {
    assertThat(isRead(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\na: 2\n",
        "a: yes\n",
        "a: 012\n",
        "a: &x 1\n",
        "a: !!str 1\n",
        "a: 'b'\n",
        "a: >\n  b\n",
        "a: |+\n  b\n",
        "a: |2\n  b\n",
        "a: b\n  c\n",
        "a: \"b\n  c\"\n",
        "a: \"\\u0041\"\n",
        "a: b: c\n",
        "a: [b,\n  c]\n",
        "- - a\n",
        "? a\n: b\n",
        "a: \t1\n",
        "a: 1\r\n",
        "a: 1\n---\n",
        "--- a\n",
        "%YAML 1.1\n---\na: 1\n",
        "a: \u0085\n",
        "a: \uFEFFb\n",
        "a: 😀\n",
        "{\"a\": 1, \"a\": 2}\n",
        "{\"a\": 1,}\n",
        "{\"a\": 1} b\n",
        "a: |\n  <<<<<<< ours\n",
        "word\n"
      })
  void leavesWhatIsNot(String text) {
    assertThat(PlainYaml.read(text)).isEmpty();
  }

  @Test
  void leavesWhatIsDeep() {
    assertThat(PlainYaml.read("a: " + "[".repeat(95) + "]".repeat(95) + "\n")).isEmpty();
    assertThat(PlainYaml.read("{\"a\": " + "[".repeat(95) + "]".repeat(95) + "}\n")).isEmpty();
  }

  @Test
  void leavesAKeyThatIsLong() {
    assertThat(PlainYaml.read("a".repeat(1100) + ": 1\n")).isEmpty();
    assertThat(PlainYaml.read("{\"" + "a".repeat(1100) + "\": 1}\n")).isEmpty();
  }
}
