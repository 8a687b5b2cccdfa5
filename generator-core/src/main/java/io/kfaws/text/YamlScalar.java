package io.kfaws.text;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.regex.Pattern;

/**
 * Text as a scalar of YAML on one line: plain where every reader takes that for the same text, and
 * in double quotes with JSON's escapes otherwise.
 *
 * <p>Plain is what YAML 1.1 (SnakeYAML, PyYAML, Go's sigs.k8s.io/yaml) and YAML 1.2 take for text
 * in block and in flow context, and what has no meaning to Flux or Katib ({@code ${…}}).
 */
public final class YamlScalar {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9/]([A-Za-z0-9 _./@:+=()-]*[A-Za-z0-9_./@+=()-])?");

  /** Words that some reader takes for a boolean or for nothing (YAML 1.1, types bool and null). */
  private static final Pattern WORD = Pattern.compile("(?i:y|n|yes|no|on|off|true|false|null)");

  private static final int LONGEST_WORD = "false".length();

  /** What is plain wherever it stands in a text. */
  private static final boolean[] NAME = names();

  private YamlScalar() {}

  /** The text, in quotes only if it needs them. */
  public static String of(String text) {
    return isName(text) || isPlain(text) ? text : quoted(text);
  }

  /** Whether it is a long word that begins with a letter, which is text to all; most are. */
  private static boolean isName(String text) {
    if (text.length() <= LONGEST_WORD || !Character.isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= NAME.length || !NAME[c]) {
        return false;
      }
    }
    return true;
  }

  private static boolean[] names() {
    boolean[] names = new boolean[128];
    for (char c = 0; c < names.length; c++) {
      names[c] = Character.isLetterOrDigit(c) || "_./@-".indexOf(c) >= 0;
    }
    return names;
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches()
        && !text.contains(": ")
        && !WORD.matcher(text).matches()
        && Scalars.isText(text);
  }

  /**
   * The text in double quotes, which is right in JSON, too. JSON leaves some characters as they are
   * that YAML does not print or takes for line breaks; they are escaped.
   */
  public static String quoted(String text) {
    return isPrinted(text) ? '"' + text + '"' : escaped(text);
  }

  private static boolean isPrinted(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private static String escaped(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    String json = new String(JsonStringEncoder.getInstance().quoteAsString(text));
    json.codePoints()
        .forEach(
            c -> {
              if (Unreadable.isRefused(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                String digits = Integer.toHexString(c);
                quoted.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }
}
