package io.kfaws.credentials;

import java.util.Optional;

/**
 * A name and its value in running text: {@code NAME=value}, {@code --flag=value}, {@code "name":
 * "value"}, {@code name: value}, {@code ?name=value} in a URL.
 */
final class Assignment {
  private static final int LONGEST_NAME = 64;

  /** {@code checksum/secret}: Helm's charts restart pods by such annotations. */
  private static final String CHECKSUM = "checksum/";

  private Assignment() {}

  /** The credential that the sign at {@code sign} ({@code =} or {@code :}) assigns. */
  static Optional<Hit> at(String text, int sign) {
    int end = sign;
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    boolean quotedName = end > 0 && isQuote(text.charAt(end - 1));
    int nameEnd = quotedName ? end - 1 : end;
    if (nameEnd < 2 || !FieldName.mayEndWith(text.charAt(nameEnd - 1), text.charAt(nameEnd - 2))) {
      return Optional.empty();
    }
    int start = nameEnd;
    while (start > 0 && nameEnd - start < LONGEST_NAME && isName(text.charAt(start - 1))) {
      start--;
    }
    FieldName name = FieldName.of(text.substring(start, nameEnd));
    return name == FieldName.OTHER
            || text.startsWith(CHECKSUM, start - CHECKSUM.length())
            || (isJoined(text, sign) && !quotedName)
        ? Optional.empty()
        : value(text, start, sign, name);
  }

  /** Whether a colon joins two parts of a name, as in an ARN: in YAML and prose a space follows. */
  private static boolean isJoined(String text, int sign) {
    return text.charAt(sign) == ':'
        && sign + 1 < text.length()
        && text.charAt(sign + 1) > ' '
        && !isQuote(text.charAt(sign + 1));
  }

  private static Optional<Hit> value(String text, int name, int sign, FieldName kind) {
    int from = sign + 1;
    while (from < text.length() && text.charAt(from) == ' ') {
      from++;
    }
    boolean quoted = from < text.length() && isQuote(text.charAt(from));
    int start = quoted ? from + 1 : from;
    int end = quoted ? closing(text, from) : start;
    while (!quoted && end < text.length() && !endsValue(text.charAt(end))) {
      end++;
    }
    // Words of prose and code follow a sign, too: what is neither quoted nor said to be a value
    // must look like a credential.
    int last = end;
    boolean said =
        quoted
            || (from == sign + 1 && isSaid(text, name, sign))
            || isWholeLine(text, name, sign, start, end);
    if (last <= start || (!quoted && Placeholder.beginsAt(text, start))) {
      return Optional.empty();
    }
    boolean inUrl = name > 0 && "?&;".indexOf(text.charAt(name - 1)) >= 0;
    FieldName validate = kind == FieldName.PASSWORD && !said ? FieldName.TOKEN : kind;
    return validate
        .validate(text.substring(start, last))
        .map(what -> new Hit(inUrl ? Credential.LOGIN : what, start, last));
  }

  /** Whether it is a flag, a part of a URL, or a whole text that begins with its name. */
  private static boolean isSaid(String text, int name, int sign) {
    if (text.charAt(sign) != '=') {
      return false;
    }
    return name == 0 || text.startsWith("--", name) || "?&;".indexOf(text.charAt(name - 1)) >= 0;
  }

  /**
   * Whether a line of a text is a name, a sign and one word that looks like no other name: a file
   * of properties, an INI file, YAML in a text, a variable of a shell. A word with a digit is said;
   * words alone are prose or code ({@code password: required}).
   */
  private static boolean isWholeLine(String text, int name, int sign, int start, int end) {
    int line = name;
    while (line > 0 && (text.charAt(line - 1) == ' ' || text.charAt(line - 1) == '\t')) {
      line--;
    }
    boolean isShell = text.charAt(sign) == '=' && sign + 1 == start && isUpper(text, name, sign);
    if (line > 0 && text.charAt(line - 1) != '\n' && !isShell) {
      return false;
    }
    boolean ends = end == text.length() || text.charAt(end) <= ' ';
    return ends
        && text.charAt(start) != '$'
        && text.substring(start, end).chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isUpper(String text, int start, int end) {
    return text.substring(start, end).chars().noneMatch(c -> c >= 'a' && c <= 'z');
  }

  /** Where a quoted value ends: at its quote, or nowhere if a line or white space comes before. */
  private static int closing(String text, int quote) {
    char sign = text.charAt(quote);
    for (int i = quote + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == sign) {
        return i;
      }
      if (c == '\n') {
        return quote;
      }
    }
    return quote;
  }

  private static boolean isName(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-'
        || c == '.';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean endsValue(char c) {
    return c <= ' ' || "\"'`<>&;,|\\)}]".indexOf(c) >= 0;
  }
}
