package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * {@code | word}: a value that is one plain word to a shell, so that it is in a command without
 * quotes: names, ARNs, paths, URLs. It cannot end, extend or comment out a command, and it is no
 * option. Inside Markdown's code it is as plain.
 */
final class WordFilter {
  /**
   * What neither POSIX's shell language (2.2 Quoting) nor bash and zsh take for more than itself: a
   * hyphen at the start would be an option, an equals sign there is a path to zsh.
   */
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_./:,@%+][A-Za-z0-9_./:,@%+=-]*");

  private WordFilter() {}

  static String print(JsonNode value) {
    String text = Filter.scalar(value);
    if (!WORD.matcher(text).matches()) {
      throw new ValueException(
          "the value is not one plain word to a shell",
          "a word is letters, digits and _ . / : , @ % + = -, and starts with neither = nor -");
    }
    return text;
  }
}
