package io.kfaws.katib;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
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
    BigDecimal units = number.divide(unit, 3, RoundingMode.HALF_UP);
    return plain(units) + given.substring(given.length() - 2);
  }

  /**
   * The form in which Kubernetes writes a quantity: {@code 1024Mi} is {@code 1Gi}, {@code 0.5} is
   * {@code 500m} ({@code quantity.go}, {@code CanonicalizeBytes}).
   */
  static String canonical(String text) {
    String sign = text.startsWith("-") ? "-" : "";
    String bare = text.replaceFirst("^[+-]", "");
    BigDecimal number = of(bare).orElseThrow().setScale(9, RoundingMode.UP).stripTrailingZeros();
    if (number.signum() == 0) {
      return "0";
    }
    boolean isBinary = bare.endsWith("i") && number.scale() <= 0 && number.compareTo(KIBI) >= 0;
    return sign + (isBinary ? binary(number.toBigInteger()) : decimal(number, bare));
  }

  private static String binary(BigInteger number) {
    BigInteger rest = number;
    int power = 0;
    while (power < BINARY.length() && rest.mod(KIBI.toBigInteger()).signum() == 0) {
      rest = rest.divide(KIBI.toBigInteger());
      power++;
    }
    return rest + (power == 0 ? "" : BINARY.charAt(power - 1) + "i");
  }

  private static String decimal(BigDecimal number, String given) {
    int exponent = Math.floorDiv(-number.scale(), 3) * 3;
    boolean hasExponent = given.matches(".*[eE][+-]?[0-9]+");
    exponent = hasExponent ? exponent : Math.min(exponent, 18);
    String digits = number.scaleByPowerOfTen(-exponent).toBigInteger().toString();
    if (exponent == 0) {
      return digits;
    }
    int wanted = exponent;
    return digits
        + (hasExponent
            ? "e" + exponent
            : DECIMAL.entrySet().stream()
                .filter(suffix -> suffix.getValue() == wanted)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow());
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
