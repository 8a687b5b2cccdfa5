package io.kfaws.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.text.Form;
import java.util.regex.Pattern;

/**
 * An AWS account id: 12 digits, often with a leading zero, so it is text and never a number.
 *
 * @param text the digits
 */
public record AccountId(@JsonValue String text) {
  private static final Pattern FORM = Pattern.compile("[0-9]{12}");

  /**
   * Guards the form.
   *
   * @throws IllegalArgumentException if {@code text} is not of it
   */
  public AccountId {
    Form.require(FORM, text, "12 digits");
  }

  /** The value type of a text; the inverse of {@link #text}. */
  @JsonCreator
  public static AccountId of(String text) {
    return new AccountId(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
