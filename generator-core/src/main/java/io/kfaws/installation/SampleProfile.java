package io.kfaws.installation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What becomes of the profile that kubeflow/manifests brings as a sample. */
public enum SampleProfile {
  /** It stays as the base has it. */
  KEEP,
  /** The overlay takes it away. */
  REMOVE;

  /**
   * The choice that is written so; the inverse of {@link #toString}.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static SampleProfile of(String text) {
    for (SampleProfile choice : values()) {
      if (choice.toString().equals(text)) {
        return choice;
      }
    }
    throw new IllegalArgumentException("\"" + text + "\" is neither keep nor remove");
  }

  @Override
  @JsonValue
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
