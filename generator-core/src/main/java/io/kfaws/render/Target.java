package io.kfaws.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a file goes: a path with {@code {path}} for values. A placeholder that is a whole part of
 * the path, such as {@code {file.path}} alone or {@code {page.path}} before a slash, may bring
 * several parts with slashes between them; one that is a piece of a part, such as {@code
 * {profile.name}.yaml}, brings none.
 *
 * @param pattern the path with its placeholders
 */
record Target(String pattern) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9.]+)}");

  private static final String GIT_ATTRIBUTES = ".gitattributes";

  /** A name that every system takes, and that is not hidden: IAM's names, but for some dots. */
  private static final String PART = "[A-Za-z0-9_+=,@-](?:[A-Za-z0-9._+=,@-]*[A-Za-z0-9_+=,@-])?";

  private static final Pattern PATH = Pattern.compile(PART + "(?:/" + PART + ")*");

  /**
   * The path with the values in it.
   *
   * @throws ValueException if a value is not there, or cannot stand where it is asked for
   */
  String in(Scope scope) {
    StringBuilder path = new StringBuilder();
    Matcher placeholder = PLACEHOLDER.matcher(pattern);
    int at = 0;
    while (placeholder.find()) {
      path.append(pattern, at, placeholder.start());
      path.append(value(placeholder, scope));
      at = placeholder.end();
    }
    path.append(pattern, at, pattern.length());
    // The one hidden file that is generated: git looks for it under this name.
    if (!PATH.matcher(path).matches() && !GIT_ATTRIBUTES.contentEquals(path)) {
      throw unfit("\"" + path + "\" is no path of a generated file");
    }
    return path.toString();
  }

  private String value(Matcher placeholder, Scope scope) {
    String value = Filter.scalar(new ValuePath(placeholder.group(1)).in(scope));
    boolean isWhole =
        (placeholder.start() == 0 || pattern.charAt(placeholder.start() - 1) == '/')
            && (placeholder.end() == pattern.length() || pattern.charAt(placeholder.end()) == '/');
    if (!isWhole && value.contains("/")) {
      throw unfit(
          placeholder.group() + " is a piece of a name, and its value \"" + value + "\" is more");
    }
    return value;
  }

  private static ValueException unfit(String message) {
    return new ValueException(
        message,
        "names are made of letters, digits and . _ + = , @ -, without a dot at either end; a value"
            + " with slashes is for a placeholder that is alone between slashes");
  }
}
