package io.kfaws.katib;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quantity of Kubernetes as a number: {@code 500m} is 0.5, {@code 2Gi} is 2147483648 (Kubernetes,
 * {@code apimachinery/pkg/api/resource/quantity.go}).
 */
final class Quantity {
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{1,60}\\.?[0-9]{0,60}|\\.[0-9]{1,60})([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]{1,3})?");

  private static final Map<String, Integer> DECIMAL =
      Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);

  private static final String BINARY = "KMGTPE";
  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

  private Quantity() {}

  /**
   * The number that a text stands for; empty if it is no quantity, or one that is not yet known.
   */
  static Optional<BigDecimal> of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(form.group(1));
    String suffix = Optional.ofNullable(form.group(2)).orElse("");
    if (suffix.isEmpty()) {
      return Optional.of(number);
    }
    if (suffix.endsWith("i")) {
      return Optional.of(number.multiply(KIBI.pow(BINARY.indexOf(suffix.charAt(0)) + 1)));
    }
    int power =
        suffix.length() == 1 ? DECIMAL.getOrDefault(suffix, 0) : Integer.parseInt(exponent(suffix));
    return Optional.of(number.scaleByPowerOfTen(power));
  }

  private static String exponent(String suffix) {
    return suffix.substring(suffix.charAt(1) == '+' ? 2 : 1);
  }

  /**
   * A number in the form in which a quantity was given: in {@code Gi} where that says {@code Gi}.
   */
  static String like(String given, BigDecimal number) {
    int i = given.endsWith("i") ? BINARY.indexOf(given.charAt(given.length() - 2)) : -1;
    if (i < 0) {
      return plain(number);
    }
    BigDecimal unit = KIBI.pow(i + 1);
    BigDecimal units = number.divide(unit, 3, java.math.RoundingMode.HALF_UP);
    return plain(units) + given.substring(given.length() - 2);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
