package io.kfaws.iam;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a statement does with what it is about. */
public enum Effect {
  /** It allows it; what nothing allows is denied. */
  ALLOW("Allow"),
  /** It denies it, whatever else allows it. */
  DENY("Deny");

  private final String text;

  Effect(String text) {
    this.text = text;
  }

  /**
   * The effect that is written so; the inverse of {@link #text}.
   *
   * @throws IllegalArgumentException if it is neither {@code Allow} nor {@code Deny}
   */
  @JsonCreator
  public static Effect of(String text) {
    for (Effect effect : values()) {
      if (effect.text.equals(text)) {
        return effect;
      }
    }
    throw new IllegalArgumentException("\"" + text + "\" is not Allow or Deny");
  }

  /** The word in a policy document. */
  @JsonValue
  public String text() {
    return text;
  }
}
