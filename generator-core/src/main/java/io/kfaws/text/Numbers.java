package io.kfaws.text;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers that are text, and the other way round. */
public final class Numbers {
  /** Beyond these powers of ten a number is none to Python and Go, and too long to write out. */
  private static final int MOST = 300;

  private static final int LONGEST = 400;

  private Numbers() {}

  /** The number that a text is, if it is one that fits into a double. */
  public static Optional<BigDecimal> in(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text)).filter(Numbers::isUsual);
    } catch (NumberFormatException e) {
      return Optional.empty(); // not a number: that is the answer
    }
  }

  private static boolean isUsual(BigDecimal number) {
    return Math.abs(digits(number)) <= MOST;
  }

  /** How many digits stand before the point; below 0: how many zeros after it. */
  public static long digits(BigDecimal number) {
    return (long) number.precision() - number.scale();
  }

  /**
   * A number as people write it: {@code 0.00001}, {@code 5}; with an exponent only beyond usual.
   */
  public static String text(BigDecimal number) {
    if (isUsual(number)) {
      return number.toPlainString();
    }
    String text = number.toString();
    // Without a point some readers of YAML take it for text.
    return text.contains(".") ? text : text.replace("E", ".0E");
  }

  /** The shortest text of a number. */
  public static String text(double number) {
    return text(BigDecimal.valueOf(number).stripTrailingZeros());
  }
}
