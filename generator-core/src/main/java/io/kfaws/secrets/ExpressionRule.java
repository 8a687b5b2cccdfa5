package io.kfaws.secrets;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Each part's path is an expression that can lead to text (secret_value.go, getJsonSecrets). */
final class ExpressionRule {
  /** Keys joined by dots, where a path without quotes may have gone wrong. */
  private static final Pattern KEYS = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

  private static final Pattern NO_IDENTIFIER =
      Pattern.compile("(?<![A-Za-z0-9_-])([0-9-][A-Za-z0-9_-]*|[A-Za-z_]\\w*-[A-Za-z0-9_-]*)");

  /** The parser calls itself for each level, and no JSON in a secret has as many. */
  private static final int LONGEST = 1000;

  private ExpressionRule() {}

  static void check(SecretProviderClass provider, List<Violation> violations) {
    for (int i = 0; i < provider.objects().size(); i++) {
      List<JmesPath> parts = provider.objects().get(i).jmesPath();
      for (int j = 0; j < parts.size(); j++) {
        check("/objects/" + i + "/jmesPath/" + j + "/path", parts.get(j).path(), violations);
      }
    }
  }

  private static void check(String at, String path, List<Violation> violations) {
    if (path.length() > LONGEST) {
      violations.add(
          SecretRule.JMESPATH_SYNTAX.at(
              at,
              "has more than " + LONGEST + " characters, and no key is nested as deep",
              "write keys joined by dots: credentials.password"));
      return;
    }
    Optional<Expression> expression = Expression.of(path);
    if (expression.isEmpty()) {
      violations.add(unreadable(at, path));
      return;
    }
    Optional<String> function = expression.get().wrongFunction();
    if (function.isPresent()) {
      violations.add(
          SecretRule.JMESPATH_FUNCTION.at(
              at,
              SecretRule.shown(path) + " calls a function wrongly: " + function.get(),
              "write a function of the JMESPath specification with its arguments, or a key"));
    } else if (expression.get().isText()) {
      // The text is not repeated: it may be the secret itself.
      violations.add(
          SecretRule.JMESPATH_CONSTANT.at(
              at,
              "is a text in single quotes, whatever the secret holds",
              "write a key in double quotes, and those in single ones: '\"user-name\"'"));
    } else if (!expression.get().mayGiveText()) {
      violations.add(
          SecretRule.JMESPATH_NOT_TEXT.at(
              at,
              SecretRule.shown(path) + " never leads to text, and only text is mounted",
              "lead to one value: credentials[0].password, or to_string(…)"));
    }
  }

  private static Violation unreadable(String at, String path) {
    String problem = SecretRule.shown(path) + " is not a JMESPath expression";
    if (!KEYS.matcher(path).matches()) {
      return SecretRule.JMESPATH_SYNTAX.at(
          at,
          problem,
          "write keys joined by dots: credentials.password, or credentials[0].password");
    }
    Matcher keys = NO_IDENTIFIER.matcher(path);
    String quoted = keys.replaceAll("\"$1\"");
    SecretRule rule = path.contains("-") ? SecretRule.JMESPATH_HYPHEN : SecretRule.JMESPATH_SYNTAX;
    return rule.at(
        at,
        problem
            + (path.contains("-")
                ? ": a hyphen needs quotes"
                : ": a key begins with a letter or _"),
        "write it in two kinds of quotes: '" + quoted + "'");
  }
}
