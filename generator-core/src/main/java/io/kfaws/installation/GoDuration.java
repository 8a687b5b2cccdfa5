package io.kfaws.installation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.text.Form;
import java.util.regex.Pattern;

/**
 * A span of time as Go reads it, and so Kubernetes in a field of type {@code metav1.Duration}
 * (package time, {@code ParseDuration}): whole or decimal numbers, each with its unit, the greatest
 * first, for example {@code 1h30m}. It has no sign, and no number of more than six digits, with
 * which every sum fits into Go's 64 bits of nanoseconds.
 *
 * @param text the span
 */
public record GoDuration(@JsonValue String text) {
  private static final String NUMBER = "[0-9]{1,6}(?:\\.[0-9]{1,6})?";

  private static final Pattern FORM =
      Pattern.compile(
          "(?=.)(?:" + NUMBER + "h)?(?:" + NUMBER + "m)?(?:" + NUMBER + "s)?(?:" + NUMBER + "ms)?");

  /**
   * Guards the form.
   *
   * @throws IllegalArgumentException if {@code text} is not of it
   */
  public GoDuration {
    Form.require(FORM, text, "a duration such as 1h, 30m or 1h30m");
  }

  /** The value type of a text; the inverse of {@link #text}. */
  @JsonCreator
  public static GoDuration of(String text) {
    return new GoDuration(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
