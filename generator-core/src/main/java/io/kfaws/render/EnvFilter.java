package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * {@code | env}: a value in a file of {@code KEY=value} lines as kustomize reads it, where nothing
 * is quoted: the value is the rest of the line.
 */
final class EnvFilter {
  /** One line, and no white space that a reader or an editor may drop. */
  private static final Pattern LINE = Pattern.compile("|\\S|\\S[^\\p{Cntrl}]*\\S");

  private EnvFilter() {}

  static String print(JsonNode value) {
    String text = Filter.scalar(value);
    if (!LINE.matcher(text).matches()) {
      throw new ValueException(
          "a value of an env file cannot hold line breaks or outer spaces",
          "change the value, or put it into a file where it is quoted");
    }
    return text;
  }
}
