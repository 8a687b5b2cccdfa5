package io.kfaws.installation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.text.Form;
import java.util.regex.Pattern;

/**
 * The name of an EKS cluster: 1 to 100 letters, digits, hyphens and underscores, starting with a
 * letter or digit (EKS API, CreateCluster).
 *
 * @param text the name
 */
public record ClusterName(@JsonValue String text) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

  /**
   * Guards the form.
   *
   * @throws IllegalArgumentException if {@code text} is not of it
   */
  public ClusterName {
    Form.require(FORM, text, "letters, digits, hyphens and underscores, at most 100");
  }

  /** The value type of a text; the inverse of {@link #text}. */
  @JsonCreator
  public static ClusterName of(String text) {
    return new ClusterName(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
