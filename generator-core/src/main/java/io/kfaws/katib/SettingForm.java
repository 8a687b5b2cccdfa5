package io.kfaws.katib;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kfaws.text.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the value of a setting must be.
 *
 * @param type what it is
 * @param choices the words of a choice
 * @param min the smallest number
 * @param above what a number is larger than
 * @param max the largest number
 * @param below what a number is smaller than
 * @param none whether Python's word for nothing is a value, too
 * @param required whether an experiment does not start without the setting
 * @param ifAbsent what the service takes if it is absent, where a rule computes with it
 */
public record SettingForm(
    Type type,
    List<String> choices,
    Optional<BigDecimal> min,
    Optional<BigDecimal> above,
    Optional<BigDecimal> max,
    Optional<BigDecimal> below,
    boolean none,
    boolean required,
    Optional<String> ifAbsent) {
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
  private static final String NONE = "None";

  /** Copies the list. */
  public SettingForm {
    choices = List.copyOf(choices);
  }

  /** Whether a text is such a value. */
  boolean fits(String text) {
    boolean fits =
        switch (type) {
          case TEXT -> true;
          case CHOICE -> choices.contains(text);
          case INTEGER ->
              WHOLE.matcher(text).matches() && Numbers.in(text).filter(this::isInside).isPresent();
          case NUMBER -> Numbers.in(text).filter(this::isInside).isPresent();
        };
    return fits || (none && text.equals(NONE));
  }

  private boolean isInside(BigDecimal number) {
    return min.filter(least -> number.compareTo(least) < 0).isEmpty()
        && above.filter(bound -> number.compareTo(bound) <= 0).isEmpty()
        && max.filter(most -> number.compareTo(most) > 0).isEmpty()
        && below.filter(bound -> number.compareTo(bound) >= 0).isEmpty();
  }

  /** What it must be, in words. */
  String words() {
    String words =
        switch (type) {
          case TEXT -> "text";
          case CHOICE -> "one of " + String.join(", ", choices);
          case INTEGER -> "a whole number" + bounds();
          case NUMBER -> "a number" + bounds();
        };
    return none ? words + ", or " + NONE : words;
  }

  private String bounds() {
    return min.map(least -> " from " + least).orElse("")
        + above.map(bound -> " above " + bound).orElse("")
        + max.map(most -> (above.isPresent() ? ", at most " : " to ") + most).orElse("")
        + below.map(bound -> (above.isPresent() ? " and" : "") + " below " + bound).orElse("");
  }

  /** What a value is; all of them are written as text. */
  public enum Type {
    /** Anything. */
    @JsonProperty("text")
    TEXT,
    /** One of some words. */
    @JsonProperty("choice")
    CHOICE,
    /** A whole number. */
    @JsonProperty("integer")
    INTEGER,
    /** A number. */
    @JsonProperty("number")
    NUMBER
  }
}
