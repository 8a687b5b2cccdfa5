package io.kfaws.installation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Form;
import java.util.regex.Pattern;

/**
 * The name of a Kubeflow release as kubeflow/manifests tags it: {@code 26.03} or {@code v1.7.0}.
 *
 * @param text the tag
 */
public record ReleaseName(@JsonValue String text) {
  private static final Pattern FORM = Schemas.pattern("kfaws/release.schema.json", "release");

  /**
   * Guards the form.
   *
   * @throws IllegalArgumentException if {@code text} is not of it
   */
  public ReleaseName {
    Form.require(FORM, text, "a release such as 26.03 or v1.7.0");
  }

  /** The value type of a text; the inverse of {@link #text}. */
  @JsonCreator
  public static ReleaseName of(String text) {
    return new ReleaseName(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
