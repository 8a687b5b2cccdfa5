package io.kfaws.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Cases;
import io.kfaws.Kfaws;
import io.kfaws.Source;
import io.kfaws.text.Yaml;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages lead to what is there, and their examples are accepted. */
class DocumentationTest {
  private static final Path README = Cases.ROOT.resolve("README.md");
  private static final int MOST_LINES = 150;
  private static final Kfaws KFAWS = Kfaws.create();

  /** A method in the first column of a table. */
  private static final Pattern METHOD =
      Pattern.compile("(?m)(?<=^\\| |`, )`(\\w+)(\\([a-z, ]*\\))`(?=.* \\|)");

  /** A finding as it is printed; its text begins after its key. */
  private static final Pattern MESSAGE =
      Pattern.compile("(?m)^\\S+: (?:error|warning): (?:\\S+: )?(.* \\[[a-z-]+])$");

  static List<Page> pages() throws IOException {
    return Page.all();
  }

  static Stream<Page> pagesWithExamples() throws IOException {
    return pages().stream().filter(page -> !page.examples().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Page page) throws IOException {
    List<String> broken = new ArrayList<>();
    for (String link : page.links()) {
      if (!leadsSomewhere(page, link)) {
        broken.add(link);
      }
    }
    assertThat(broken).as("links of %s without a file or heading", page).isEmpty();
  }

  private static boolean leadsSomewhere(Page page, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target = page.file().resolveSibling(parts[0]).normalize();
    if (!parts[0].isEmpty() && !Files.exists(target)) {
      return false;
    }
    Page named = parts[0].isEmpty() || parts.length == 1 ? page : Page.read(target);
    return parts.length == 1 || named.anchors().contains(parts[1]);
  }

  @ParameterizedTest
  @CsvSource({
    "README.md, true",
    "#one, true",
    "#one-1, true",
    "#one-2, false",
    "docs/README.md#guides, true",
    "docs/README.md#no-such-heading, false",
    "docs/no-such-page.md, false"
  })
  void aBrokenLinkIsFound(String link, boolean leads) throws IOException {
    Page page = new Page(README, "# One\n\n## One\n\n```sh\n# Two\n```\n\n[a](" + link + ")\n");
    assertThat(page.links()).containsExactly(link);
    assertThat(leadsSomewhere(page, link)).isEqualTo(leads);
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertThat(Files.readAllLines(README).size())
        .as("lines of the README; details belong to docs/")
        .isLessThanOrEqualTo(MOST_LINES);
  }

  @ParameterizedTest
  @CsvSource({"docs", "docs/decisions"})
  void theIndexHasEveryPage(String folder) throws IOException {
    Path here = Cases.ROOT.resolve(folder);
    Set<String> pages = new TreeSet<>();
    try (Stream<Path> files = Files.list(here)) {
      files.filter(Files::isRegularFile).forEach(file -> pages.add(file.getFileName() + ""));
    }
    pages.remove("README.md");
    assertThat(Page.read(here.resolve("README.md")).links()).containsAll(pages);
  }

  /** A complete configuration is accepted, with the files that the page shows beside it. */
  @ParameterizedTest
  @MethodSource("pagesWithExamples")
  void configurationsAreAccepted(Page page, @TempDir Path folder) throws IOException {
    List<Page.Example> examples = page.examples();
    for (Page.Example example : examples) {
      if (example.file().isPresent()) {
        Path file = folder.resolve(example.file().get());
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, example.yaml());
      }
    }
    for (Page.Example example : examples) {
      if (isConfiguration(example)) {
        accept(Source.of(folder.resolve("kfaws.yaml"), example.yaml()));
      }
    }
  }

  /** A part of a configuration is accepted in place of the same keys of the sample. */
  @ParameterizedTest
  @MethodSource("pagesWithExamples")
  void partsOfConfigurationsAreAccepted(Page page, @TempDir Path folder) throws IOException {
    Source sample = Source.read(Cases.ROOT.resolve("overlays/rds-s3/kfaws.yaml"));
    Set<String> keys = keys();
    for (Page.Example example : page.examples()) {
      if (isConfiguration(example) || example.yaml().contains("\nkind: ")) {
        continue;
      }
      if (Yaml.read(Source.of(page.file(), example.yaml())).root() instanceof ObjectNode part
          && keys.containsAll(part.properties().stream().map(entry -> entry.getKey()).toList())) {
        ObjectNode whole = (ObjectNode) Yaml.read(sample).root();
        accept(Source.of(folder.resolve("kfaws.yaml"), whole.setAll(part).toPrettyString()));
      }
    }
  }

  private static Set<String> keys() throws IOException {
    Path schema = Cases.ROOT.resolve("schemas/kfaws/installation.schema.json");
    Set<String> keys = new TreeSet<>();
    new ObjectMapper()
        .readTree(schema.toFile())
        .path("properties")
        .fieldNames()
        .forEachRemaining(keys::add);
    return keys;
  }

  private static boolean isConfiguration(Page.Example example) {
    return example.yaml().contains("kind: Installation");
  }

  private static void accept(Source configuration) throws IOException {
    KFAWS.generate(configuration, configuration.path().resolveSibling("overlays"));
  }

  /** Without these, the two tests above would accept pages without examples. */
  @Test
  void examplesAreFound() throws IOException {
    List<Page.Example> readme = Page.read(README).examples();
    assertThat(readme).hasSize(1).allMatch(DocumentationTest::isConfiguration);
    List<Page.Example> start = Page.read(Cases.ROOT.resolve("docs/getting-started.md")).examples();
    assertThat(start).filteredOn(DocumentationTest::isConfiguration).hasSize(1);
    assertThat(start).filteredOn(example -> example.file().isPresent()).hasSize(1);
    assertThat(Page.read(Cases.ROOT.resolve("docs/secrets.md")).examples()).hasSize(2);
  }

  @Test
  void everyMethodOfTheLibraryIsListed() throws IOException {
    List<String> listed =
        METHOD
            .matcher(Page.read(Cases.ROOT.resolve("docs/library.md")).text())
            .results()
            .map(method -> method.group(1) + method.group(2).replaceAll("\\w+", "_"))
            .toList();
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Kfaws.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(
                    method ->
                        method.getName()
                            + Collections.nCopies(method.getParameterCount(), "_").stream()
                                .collect(Collectors.joining(", ", "(", ")")))
                .toList());
  }

  /** A message in a page is one that a case on disk expects, perhaps about another key. */
  @Test
  void messagesAreExpectedSomewhere() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (String tests : List.of("cli/src/test/cases", "generator-core/src/test")) {
      try (Stream<Path> files = Files.walk(Cases.ROOT.resolve(tests))) {
        for (Path file :
            files
                .filter(f -> f.getFileName().toString().matches("(expected.*|refused)\\.txt"))
                .toList()) {
          messages(Files.readString(file)).forEach(expected::add);
        }
      }
    }
    // The page of rules is made of the cases.
    List<String> shown =
        pages().stream()
            .filter(page -> !page.file().endsWith("rules.md"))
            .flatMap(page -> messages(page.text()))
            .toList();
    assertThat(shown).hasSizeGreaterThan(5);
    assertThat(expected).containsAll(shown);
  }

  private static Stream<String> messages(String text) {
    return MESSAGE.matcher(text).results().map(message -> message.group(1));
  }
}
