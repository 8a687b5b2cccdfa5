package io.kfaws.iam;

import java.util.List;

/** Texts of others as they may stand in a message: one line, not too long. */
final class Words {
  private static final int LONGEST = 120;

  private Words() {}

  static String oneLine(String text) {
    String line = text.replaceAll("\\R", "\\\\n");
    return line.length() > LONGEST ? line.substring(0, LONGEST - 3) + "..." : line;
  }

  static String quoted(String text) {
    return "\"" + oneLine(text) + "\"";
  }

  /** The pods, or what can be said of pods of which nothing is known. */
  static String pods(List<String> pods) {
    return pods.isEmpty() ? "its pods" : String.join(", ", pods);
  }
}
