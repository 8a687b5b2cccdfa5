package io.kfaws.render;

import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template may say, which is much less than Jinjava understands: {@code {{ path | filter
 * }}}, and loops and conditions whose tags stand alone on their lines. So a template is data with
 * holes: it cannot call or compute, it decides on nothing but whether something is there, every
 * value is quoted, and none of Jinjava's silent failures (an unknown filter, an unclosed brace, a
 * comment that swallows the rest) can happen.
 */
final class TemplateSyntax {
  private static final String NAME = "[A-Za-z][A-Za-z0-9]*";
  private static final String PATH = NAME + "(?:\\." + NAME + ")*";
  private static final Pattern MARK = Pattern.compile("\\{\\{|\\{%|\\{#");
  private static final Pattern TOKEN =
      Pattern.compile("\\{\\{ " + PATH + " \\| (" + Filter.anyName() + ") }}");

  /** A name of a loop hides no root: whose facts they are is seen in each path. */
  private static final Pattern LOOP =
      Pattern.compile("\\{% for (?!(?:release|overlay) )(" + NAME + ") in (" + PATH + ") %}");

  private static final Pattern CONDITION = Pattern.compile("\\{% if (" + PATH + ") %}");

  /** A tag that is ill-formed still waits for its end: one slip is one finding. */
  private static final Pattern START = Pattern.compile("\\{% (for|if) .*");

  private static final Pattern END = Pattern.compile("\\{% end(for|if) %}");

  /** As deep as documents may be nested; Jinjava calls itself for each level. */
  private static final int MAX_DEPTH = 100;

  /** A tag with the end of its line, in a template that was validated. */
  private static final Pattern TAG_LINE = Pattern.compile("(?m)^(\\{% .* %})\n");

  private final Source template;
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Diagnostic> findings = new ArrayList<>();

  private TemplateSyntax(Source template) {
    this.template = template;
  }

  /**
   * A tag that waits for its end.
   *
   * @param word what its end is called by: {@code for} or {@code if}
   * @param line where it is
   * @param name what a loop calls its items
   * @param items the path of a loop's items, from the root
   */
  private record Open(String word, int line, String name, String items) {
    String shown() {
      return word.equals("for") ? "loop" : "condition";
    }

    String end() {
      return "{% end" + word + " %}";
    }
  }

  /**
   * A template's text as Jinjava is to read it: the line break after a tag is a comment's, which
   * goes with it. Jinjava could drop the break by itself, but would count its lines without it.
   *
   * @throws KfawsException with all that the template says beyond what it may
   */
  static String read(Source template) {
    TemplateSyntax dialect = new TemplateSyntax(template);
    dialect.check();
    KfawsException.throwIfErrors(dialect.findings);
    String text = template.text().replaceAll("\r\n?", "\n");
    return TAG_LINE.matcher(text).replaceAll("$1{#\n#}");
  }

  private void check() {
    List<String> lines = template.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher loop = LOOP.matcher(lines.get(i));
      Matcher condition = CONDITION.matcher(lines.get(i));
      Matcher end = END.matcher(lines.get(i));
      if (loop.matches()) {
        open(new Open("for", i + 1, loop.group(1), rooted(loop.group(2)) + "[]"));
      } else if (condition.matches()) {
        decide(rooted(condition.group(1)), i + 1);
        open(new Open("if", i + 1, "", ""));
      } else if (end.matches()) {
        end(end.group(1), i + 1);
      } else {
        tokens(lines.get(i), i + 1);
        Matcher start = START.matcher(lines.get(i));
        if (start.matches() && !lines.get(i).contains("{% end")) {
          open(new Open(start.group(1), i + 1, "", ""));
        }
      }
    }
    for (Open tag : open) {
      find(tag.line, 1, "the " + tag.shown() + " has no end", "end it with " + tag.end());
    }
  }

  /** Opens a tag; what is in one that is too deep is not reported again. */
  private void open(Open tag) {
    open.push(tag);
    if (open.size() == MAX_DEPTH + 1) {
      findings.add(
          Diagnostic.error(
              "too-deep",
              new Location(template.name(), tag.line, 1),
              "",
              "nested more than " + MAX_DEPTH + " levels deep",
              "put what is nested into a file of its own"));
    }
  }

  /** A path told from the root, however many loops its first name comes through. */
  private String rooted(String path) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    return open.stream()
        .filter(tag -> tag.name.equals(first))
        .findFirst()
        .map(tag -> tag.items + path.substring(first.length()))
        .orElse(path);
  }

  /** What differs between releases or overlays is data, or another file. */
  private void decide(String path, int line) {
    if (path.matches("(release|overlay)\\b.*")) {
      find(
          line,
          1,
          "a template of kfaws cannot decide on " + path,
          path.startsWith("release")
              ? "put the file that differs on the release's template folder"
              : "put what differs into a component that the one overlay lists");
    }
  }

  private void end(String word, int line) {
    if (open.isEmpty()) {
      find(line, 1, "{% end" + word + " %} ends nothing", "remove it");
      return;
    }
    Open ended = open.pop();
    if (!ended.word.equals(word)) {
      find(
          line,
          1,
          "{% end" + word + " %} is inside the " + ended.shown() + " of line " + ended.line,
          "end that first, with " + ended.end());
    }
  }

  private void tokens(String line, int number) {
    Matcher mark = MARK.matcher(line);
    Matcher token = TOKEN.matcher(line);
    int at = 0;
    while (mark.find(at)) {
      if (token.region(mark.start(), line.length()).lookingAt()) {
        at = token.end();
        if (Filter.named(token.group(1)).standsAlone() && !line.equals(token.group())) {
          find(
              number,
              mark.start() + 1,
              token.group() + " does not stand alone on its line, at its start",
              "what it writes has lines of its own; a single value is {{ path | yaml }} in JSON too");
        }
      } else {
        String rest = line.substring(mark.start());
        String shown = rest.length() > 40 ? rest.substring(0, 37) + "..." : rest;
        find(
            number,
            mark.start() + 1,
            "a template of kfaws cannot say " + shown,
            "it can say {{ path | yaml }}, or env, word, json, jsonl or manifest; and alone on a line, at"
                + " its start, {% for name in path %}, {% endfor %}, {% if path %} and {% endif %}");
        at = mark.end();
      }
    }
  }

  private void find(int line, int column, String message, String hint) {
    Location place = new Location(template.name(), line, column);
    findings.add(Diagnostic.error("template-syntax", place, "", message, hint));
  }
}
