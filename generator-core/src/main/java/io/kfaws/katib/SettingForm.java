package io.kfaws.katib;

import io.kfaws.text.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the value of a setting must be.
 *
 * @param words that in words
 * @param fits whether a text is
 */
record SettingForm(String words, Predicate<String> fits) {
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
  private static final BigDecimal ONE = BigDecimal.ONE;

  /** Anything. */
  static SettingForm any() {
    return new SettingForm("text", text -> true);
  }

  /** One of these words. */
  static SettingForm oneOf(String... words) {
    return new SettingForm(
        "one of " + String.join(", ", words), text -> List.of(words).contains(text));
  }

  /** A whole number, at least this. */
  static SettingForm whole(long least) {
    return new SettingForm(
        "a whole number from " + least,
        text -> WHOLE.matcher(text).matches() && Long.parseLong(text) >= least);
  }

  /** A whole number. */
  static SettingForm whole() {
    return new SettingForm("a whole number", text -> WHOLE.matcher(text).matches());
  }

  /** A number. */
  static SettingForm number() {
    return number("a number", number -> true);
  }

  /** A number, at least this. */
  static SettingForm atLeast(long least) {
    return number(
        "a number from " + least, number -> number.compareTo(BigDecimal.valueOf(least)) >= 0);
  }

  /** A number larger than 0. */
  static SettingForm aboveZero() {
    return number("a number above 0", number -> number.signum() > 0);
  }

  /** A number from 0 to 1. */
  static SettingForm share() {
    return number(
        "a number from 0 to 1", number -> number.signum() >= 0 && number.compareTo(ONE) <= 0);
  }

  /** A number above 0, at most 1. */
  static SettingForm shareAboveZero() {
    return number(
        "a number above 0, at most 1", number -> number.signum() > 0 && number.compareTo(ONE) <= 0);
  }

  /** A number between 0 and 1. */
  static SettingForm inside() {
    return number(
        "a number above 0 and below 1", number -> number.signum() > 0 && number.compareTo(ONE) < 0);
  }

  /** The same, or Python's word for nothing. */
  SettingForm orNone() {
    return new SettingForm(words + ", or None", fits.or("None"::equals));
  }

  private static SettingForm number(String words, Predicate<BigDecimal> fits) {
    return new SettingForm(words, text -> Numbers.in(text).filter(fits).isPresent());
  }
}
