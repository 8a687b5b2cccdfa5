package io.kfaws.docs;

import io.kfaws.Cases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of Markdown that people read in the repository. */
record Page(Path file, String text) {
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  /** An example, with the file that the sentence before it names, if it names one. */
  private static final Pattern EXAMPLE =
      Pattern.compile("(?ms)(?:`([^`\n]+\\.yaml)`:\n\n)?^```yaml\n(.*?)^```");

  /** An example of YAML, and the file that it is said to be. */
  record Example(Optional<String> file, String yaml) {}

  static Page read(Path file) throws IOException {
    return new Page(file, Files.readString(file));
  }

  /** All pages: those beside the README, and those below {@code docs}. */
  static List<Page> all() throws IOException {
    try (Stream<Path> top = Files.list(Cases.ROOT);
        Stream<Path> docs = Files.walk(Cases.ROOT.resolve("docs"))) {
      List<Path> files =
          Stream.concat(top, docs)
              .filter(file -> file.toString().endsWith(".md"))
              .sorted()
              .toList();
      return files.stream().map(Page::unchecked).toList();
    }
  }

  private static Page unchecked(Path file) {
    try {
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The targets of links that stay in the repository. */
  List<String> links() {
    String prose = CODE.matcher(FENCED.matcher(text).replaceAll("")).replaceAll("");
    return LINK.matcher(prose).results().map(link -> link.group(1)).toList();
  }

  /** What links may name behind {@code #}; a heading that is there twice is numbered. */
  Set<String> anchors() {
    Set<String> anchors = new LinkedHashSet<>();
    Map<String, Integer> times = new HashMap<>();
    HEADING
        .matcher(FENCED.matcher(text).replaceAll(""))
        .results()
        .map(heading -> Markdown.anchor(heading.group(1)))
        .forEach(
            anchor -> {
              int before = times.merge(anchor, 1, Integer::sum) - 1;
              anchors.add(before == 0 ? anchor : anchor + "-" + before);
            });
    return anchors;
  }

  List<Example> examples() {
    return EXAMPLE
        .matcher(text)
        .results()
        .map(found -> new Example(Optional.ofNullable(found.group(1)), found.group(2)))
        .toList();
  }

  @Override
  public String toString() {
    return Cases.ROOT.relativize(file).toString();
  }
}
