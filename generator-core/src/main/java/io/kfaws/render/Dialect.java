package io.kfaws.render;

import io.kfaws.text.Diagnostic;
import io.kfaws.text.Location;
import io.kfaws.text.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template may say, which is much less than Jinjava understands: {@code {{ path | filter
 * }}}, and a loop whose tags stand alone on their lines. So a template is data with holes: it
 * cannot decide, call or compute, every value is quoted, and none of Jinjava's silent failures (an
 * unknown filter, an unclosed brace, a comment that swallows the rest) can happen.
 */
final class Dialect {
  private static final String PATH = "[A-Za-z][A-Za-z0-9]*(?:\\.[A-Za-z][A-Za-z0-9]*)*";
  private static final Pattern MARK = Pattern.compile("\\{\\{|\\{%|\\{#");
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\{\\{ (" + PATH + ") \\| (" + YamlFilter.NAME + "|" + EnvFilter.NAME + ") }}");
  private static final Pattern LOOP =
      Pattern.compile("\\{% for ([A-Za-z][A-Za-z0-9]*) in (" + PATH + ") %}");
  private static final Pattern LOOP_END = Pattern.compile("\\{% endfor %}");

  private final Source template;
  private final List<Diagnostic> findings = new ArrayList<>();

  private Dialect(Source template) {
    this.template = template;
  }

  /** All that a template says beyond what it may. */
  static List<Diagnostic> check(Source template) {
    Dialect dialect = new Dialect(template);
    dialect.check();
    return dialect.findings;
  }

  private void check() {
    Deque<Integer> open = new ArrayDeque<>();
    List<String> lines = template.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (LOOP.matcher(line).matches()) {
        open.push(i + 1);
      } else if (LOOP_END.matcher(line).matches()) {
        if (open.isEmpty()) {
          find(i + 1, 1, "{% endfor %} ends no loop", "remove it");
        } else {
          open.pop();
        }
      } else {
        tokens(line, i + 1);
      }
    }
    open.forEach(line -> find(line, 1, "the loop has no end", "end it with {% endfor %}"));
  }

  private void tokens(String line, int number) {
    Matcher mark = MARK.matcher(line);
    Matcher token = TOKEN.matcher(line);
    int at = 0;
    while (mark.find(at)) {
      if (token.region(mark.start(), line.length()).lookingAt()) {
        at = token.end();
      } else {
        String rest = line.substring(mark.start());
        String shown = rest.length() > 40 ? rest.substring(0, 37) + "..." : rest;
        find(
            number,
            mark.start() + 1,
            "a template of kfaws cannot say " + shown,
            "it can say {{ path | yaml }}, {{ path | env }}, and alone on a line, at its start,"
                + " {% for name in path %} and {% endfor %}");
        at = mark.end();
      }
    }
  }

  private void find(int line, int column, String message, String hint) {
    Location place = new Location(template.name(), line, column);
    findings.add(Diagnostic.error("template-syntax", place, "", message, hint));
  }
}
