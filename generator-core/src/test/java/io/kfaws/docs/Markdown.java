package io.kfaws.docs;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The few forms of Markdown that generated pages use. */
final class Markdown {
  private Markdown() {}

  /** Text in which nothing is markup, also in a table. */
  static String text(String plain) {
    return plain.replaceAll("[*<|]", "\\\\$0");
  }

  /** A code span; a table takes a bar in it for the end of the cell. */
  static String code(String plain) {
    return "`" + plain.replace("|", "\\|") + "`";
  }

  /** Several code spans. */
  static String codes(List<String> plain) {
    return plain.stream().map(Markdown::code).collect(Collectors.joining(", "));
  }

  /** A link to a heading of the same page. */
  static String toHeading(String label, String heading) {
    return "[" + label + "](#" + anchor(heading) + ")";
  }

  /** What GitHub calls a heading. */
  static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum} _-]", "").replace(' ', '-');
  }

  /** The head of a table. */
  static String head(String... columns) {
    return row(List.of(columns)) + "|" + "---|".repeat(columns.length) + "\n";
  }

  /** A row of a table. */
  static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.isEmpty() ? " |" : " " + cell + " |")
        .collect(Collectors.joining("", "|", "\n"));
  }

  /** A sentence: it begins with a capital letter and ends with a full stop. */
  static String sentence(String words) {
    String text = words.strip();
    String end = text.endsWith(".") || text.endsWith(":") ? "" : ".";
    return text.isEmpty()
        ? ""
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + end;
  }
}
