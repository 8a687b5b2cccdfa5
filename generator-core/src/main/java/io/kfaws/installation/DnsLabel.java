package io.kfaws.installation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.text.Form;
import java.util.regex.Pattern;

/**
 * A DNS label (RFC 1123): 1 to 63 of lower-case letters, digits and hyphens, no hyphen at its ends.
 *
 * @param text the label
 */
public record DnsLabel(@JsonValue String text) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  /**
   * Guards the form.
   *
   * @throws IllegalArgumentException if {@code text} is not of it
   */
  public DnsLabel {
    Form.require(FORM, text, "lower-case letters, digits and hyphens, at most 63");
  }

  /** The value type of a text; the inverse of {@link #text}. */
  @JsonCreator
  public static DnsLabel of(String text) {
    return new DnsLabel(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
