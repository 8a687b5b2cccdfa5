package io.kfaws.secrets;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A plain path in gjson's words, which the External Secrets Operator reads its {@code property}
 * with (github.com/tidwall/gjson, SYNTAX.md; the operator's AWS provider, escapeDotsIfRequired).
 */
final class Property {
  private Property() {}

  /**
   * The property of a JMESPath expression; absent if it is more than keys and places in lists.
   *
   * <p>Steps are joined by {@code |}, not by a dot, which means the same here: the operator takes a
   * property with dots for one key with dots in it first.
   */
  static Optional<String> of(String path) {
    return Expression.of(path)
        .flatMap(Expression::steps)
        .filter(steps -> steps.stream().noneMatch(step -> step.text().isEmpty()))
        .map(Property::joined);
  }

  private static String joined(List<Expression.Step> steps) {
    return steps.stream().map(step -> escaped(step.text())).collect(Collectors.joining("|"));
  }

  /** As gjson's own Escape does it. */
  private static String escaped(String key) {
    StringBuilder escaped = new StringBuilder();
    key.chars()
        .forEach(
            c -> {
              boolean safe =
                  c <= ' '
                      || c > '~'
                      || c == '_'
                      || c == '-'
                      || c == ':'
                      || Character.isLetterOrDigit(c);
              escaped.append(safe ? "" : "\\").append((char) c);
            });
    return escaped.toString();
  }
}
