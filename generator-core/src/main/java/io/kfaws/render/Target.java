package io.kfaws.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a file goes: a path with {@code {path}} for values. A placeholder that is a whole part of
 * the path, such as {@code {file.path}} alone or {@code {page.path}} before a slash, may bring
 * several parts with slashes between them; one that is a piece of a part, such as {@code
 * {profile.name}.yaml}, brings none.
 */
final class Target {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9.]+)}");

  private static final String GIT_ATTRIBUTES = ".gitattributes";

  /** A name that every system takes, and that is not hidden: IAM's names, but for some dots. */
  private static final String PART = "[A-Za-z0-9_+=,@-](?:[A-Za-z0-9._+=,@-]*[A-Za-z0-9_+=,@-])?";

  private static final Pattern PATH = Pattern.compile(PART + "(?:/" + PART + ")*");

  /** What is between two placeholders, and the second; the last one has none. */
  private record Piece(String before, Optional<ValuePath> path, String shown, boolean isWhole) {}

  private final List<Piece> pieces = new ArrayList<>();

  /**
   * A target.
   *
   * @param pattern the path with its placeholders
   */
  Target(String pattern) {
    Matcher placeholder = PLACEHOLDER.matcher(pattern);
    int at = 0;
    while (placeholder.find()) {
      int start = placeholder.start();
      int end = placeholder.end();
      boolean isWhole =
          (start == 0 || pattern.charAt(start - 1) == '/')
              && (end == pattern.length() || pattern.charAt(end) == '/');
      Optional<ValuePath> path = Optional.of(new ValuePath(placeholder.group(1)));
      pieces.add(new Piece(pattern.substring(at, start), path, placeholder.group(), isWhole));
      at = end;
    }
    pieces.add(new Piece(pattern.substring(at), Optional.empty(), "", false));
  }

  /**
   * The path with the values in it.
   *
   * @throws ValueException if a value is not there, or cannot stand where it is asked for
   */
  String in(Scope scope) {
    StringBuilder path = new StringBuilder();
    for (Piece piece : pieces) {
      path.append(piece.before);
      piece.path.ifPresent(value -> path.append(value(value, piece, scope)));
    }
    // The one hidden file that is generated: git looks for it under this name.
    if (!PATH.matcher(path).matches() && !GIT_ATTRIBUTES.contentEquals(path)) {
      throw unfit("\"" + path + "\" is no path of a generated file");
    }
    return path.toString();
  }

  private static String value(ValuePath path, Piece piece, Scope scope) {
    String value = Filter.scalar(path.in(scope));
    if (!piece.isWhole && value.contains("/")) {
      throw unfit(piece.shown + " is a piece of a name, and its value \"" + value + "\" is more");
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
