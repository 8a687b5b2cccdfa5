package io.kfaws.installation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.text.Form;
import java.util.regex.Pattern;

/**
 * The name of a MySQL database: 1 to 64 letters, digits and underscores, not starting with a digit:
 * what MySQL takes unquoted, because Kubeflow's services do not quote it.
 *
 * @param text the name
 */
public record DatabaseName(@JsonValue String text) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

  /**
   * Guards the form.
   *
   * @throws IllegalArgumentException if {@code text} is not of it
   */
  public DatabaseName {
    Form.require(FORM, text, "letters, digits and underscores, at most 64");
  }

  /** The value type of a text; the inverse of {@link #text}. */
  @JsonCreator
  public static DatabaseName of(String text) {
    return new DatabaseName(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
