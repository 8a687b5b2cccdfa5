package io.kfaws.iam;

/** How a condition compares texts, as far as it tells which ones are let in. */
public enum Match {
  /** Character by character: {@code StringEquals}. */
  EQUALS,
  /** The same, whatever the case: {@code StringEqualsIgnoreCase}. */
  EQUALS_IGNORING_CASE,
  /** With {@code *} and {@code ?} as wildcards: {@code StringLike}. */
  LIKE,
  /** In a way that does not tell which texts are let in. */
  OTHER;

  /**
   * How an operator compares, whatever is around its name ({@code ForAnyValue:}, {@code IfExists}).
   */
  public static Match of(String operator) {
    return switch (Operators.bare(operator)) {
      case "StringEquals" -> EQUALS;
      case "StringEqualsIgnoreCase" -> EQUALS_IGNORING_CASE;
      case "StringLike" -> LIKE;
      default -> OTHER;
    };
  }
}
