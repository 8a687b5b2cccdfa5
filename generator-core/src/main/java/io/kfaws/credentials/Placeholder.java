package io.kfaws.credentials;

import java.util.regex.Pattern;

/** What is where a credential will be: a variable, a hole, asterisks, nothing. */
final class Placeholder {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*|\\$\\([^)]*\\)|\\$\\{[^}]*\\}|\\$[A-Za-z_][A-Za-z0-9_]*|\\{\\{.*\\}\\}|<[^<>]*>"
              + "|\\*+|[xX]{3,}|\\.{3}|%s|\\{[A-Za-z_.]*\\}");

  private Placeholder() {}

  /** Whether a variable or a hole begins here. */
  static boolean beginsAt(String text, int start) {
    return text.startsWith("$(", start)
        || text.startsWith("${", start)
        || text.startsWith("{{", start);
  }

  static boolean isOne(String value) {
    return FORM.matcher(value).matches();
  }
}
