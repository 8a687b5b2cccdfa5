package io.kfaws.render;

import io.kfaws.Source;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a template asks for, read from its text: that is its list of parameters. */
final class TemplateVariables {
  private static final String PATH = "([A-Za-z][A-Za-z0-9.]*)";
  private static final Pattern HOLE = Pattern.compile("\\{\\{ " + PATH + " \\| [a-z]+ }}");
  private static final Pattern LOOP = Pattern.compile("\\{% for ([A-Za-z0-9]+) in " + PATH + " %}");
  private static final Pattern CONDITION = Pattern.compile("\\{% if " + PATH + " %}");
  private static final Pattern END = Pattern.compile("\\{% end(?:for|if) %}");

  private final Deque<Open> open = new ArrayDeque<>();
  private final SortedMap<String, Boolean> asked = new TreeMap<>();

  private TemplateVariables() {}

  /**
   * A tag that waits for its end.
   *
   * @param item what a loop calls its items; empty: a condition
   * @param path what it loops over or asks for
   */
  private record Open(String item, String path) {}

  /** The paths, and whether the template cannot do without: no condition around asks for it. */
  static SortedMap<String, Boolean> by(Source template) {
    TemplateVariables asked = new TemplateVariables();
    template.text().lines().forEach(asked::line);
    return asked.asked;
  }

  private void line(String line) {
    Matcher loop = LOOP.matcher(line);
    Matcher condition = CONDITION.matcher(line);
    if (loop.matches()) {
      ask(loop.group(2));
      open.push(new Open(loop.group(1), loop.group(2)));
    } else if (condition.matches()) {
      open.push(new Open("", condition.group(1)));
      ask(condition.group(1));
    } else if (END.matcher(line).matches()) {
      open.poll();
    } else {
      HOLE.matcher(line).results().forEach(hole -> ask(hole.group(1)));
    }
  }

  private void ask(String path) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    if (open.stream().anyMatch(tag -> tag.item.equals(first))) {
      return; // of an item, which has what its list's schema says
    }
    boolean guarded =
        open.stream()
            .filter(tag -> tag.item.isEmpty())
            .anyMatch(tag -> path.equals(tag.path) || path.startsWith(tag.path + "."));
    asked.merge(path, !guarded, Boolean::logicalOr);
  }
}
