package io.kfaws.installation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.text.Form;
import java.util.regex.Pattern;

/**
 * A fully qualified DNS name in lower case, without scheme, port or path: labels of letters, digits
 * and hyphens, at most 253 characters (RFC 1123).
 *
 * @param text the name
 */
public record HostName(@JsonValue String text) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  /**
   * Guards the form.
   *
   * @throws IllegalArgumentException if {@code text} is not of it
   */
  public HostName {
    Form.require(FORM, text, "a DNS name without scheme, port or path");
  }

  /** The value type of a text; the inverse of {@link #text}. */
  @JsonCreator
  public static HostName of(String text) {
    return new HostName(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
