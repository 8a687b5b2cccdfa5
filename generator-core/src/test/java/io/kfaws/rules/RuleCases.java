package io.kfaws.rules;

import io.kfaws.Cases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The messages that the repository's cases expect, by the rule that each ends with.
 *
 * <p>Each rule has a refused case. The one to show lies in the folder {@code rules/<rule>}, best as
 * {@code configuration}, {@code class} or {@code experiment}; else it is the one with the fewest
 * messages.
 */
final class RuleCases {
  private static final List<String> FOLDERS =
      List.of("generator-core/src/test", "cli/src/test", "maven-plugin/src/it");

  /** A finding, or a breach of the rules of secrets, which has no place of its own. */
  private static final Pattern MESSAGE =
      Pattern.compile("(\\S.*: .*) \\[([a-z0-9]+(-[a-z0-9]+)*)]");

  private static final String NEXT = "  hint: ";

  /** A message and where it is expected: {@code file} is relative to the repository. */
  record Shown(String rule, Path file, List<String> lines, int among) {
    /** The case. */
    Path folder() {
      return Optional.ofNullable(file.getParent()).orElseThrow();
    }

    private String name() {
      return String.valueOf(folder().getFileName());
    }

    /** The smaller, the better it shows the rule. */
    private int distance() {
      if (!folder().resolveSibling("").endsWith("rules/" + rule)) {
        return name().equals(rule) ? 0 : name().startsWith(rule) ? 2 : 3;
      }
      return List.of("configuration", "class", "experiment").contains(name()) ? 0 : 1;
    }
  }

  private static final Comparator<Shown> BEST =
      Comparator.comparing(Shown::distance)
          .thenComparing(Shown::among)
          .thenComparing(shown -> shown.lines().get(0).length())
          .thenComparing(shown -> shown.file().toString());

  private final SortedMap<String, List<Shown>> byRule = new TreeMap<>();

  RuleCases() throws IOException {
    for (String folder : FOLDERS) {
      try (Stream<Path> walk = Files.walk(Cases.ROOT.resolve(folder))) {
        for (Path file : walk.filter(RuleCases::isExpected).sorted().toList()) {
          read(file);
        }
      }
    }
  }

  private static boolean isExpected(Path file) {
    return String.valueOf(file.getFileName()).matches("(expected|expected-err|refused)\\.txt");
  }

  private void read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    List<Shown> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher message = MESSAGE.matcher(lines.get(i));
      if (message.matches()) {
        boolean hasHint = i + 1 < lines.size() && lines.get(i + 1).startsWith(NEXT);
        List<String> shown = lines.subList(i, i + (hasHint ? 2 : 1));
        all.add(new Shown(message.group(2), Cases.ROOT.relativize(file), shown, 0));
      }
    }
    for (Shown one : all) {
      byRule
          .computeIfAbsent(one.rule(), rule -> new ArrayList<>())
          .add(new Shown(one.rule(), one.file(), one.lines(), all.size()));
    }
  }

  /** All messages by rule. */
  Map<String, List<Shown>> byRule() {
    return byRule;
  }

  /** The message that shows a rule best; absent if none does. */
  Optional<Shown> best(String rule) {
    return byRule.getOrDefault(rule, List.of()).stream().min(BEST);
  }
}
