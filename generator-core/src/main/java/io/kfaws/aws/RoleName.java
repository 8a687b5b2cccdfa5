package io.kfaws.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.text.Form;
import java.util.regex.Pattern;

/**
 * The name of an IAM role: 1 to 64 of {@code [A-Za-z0-9+=,.@_-]} (IAM User Guide, "IAM and AWS STS
 * quotas").
 *
 * @param text the name
 */
public record RoleName(@JsonValue String text) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,64}");

  /**
   * Guards the form.
   *
   * @throws IllegalArgumentException if {@code text} is not of it
   */
  public RoleName {
    Form.require(FORM, text, "the name of an IAM role: 1 to 64 letters, digits and any of +=,.@_-");
  }

  /** The role name with this text; the inverse of {@link #text}. */
  @JsonCreator
  public static RoleName of(String text) {
    return new RoleName(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
