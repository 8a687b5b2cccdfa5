package io.kfaws.installation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.text.Form;
import java.util.regex.Pattern;

/**
 * What the overlay is on: the URL of a kustomization as kustomize takes it, or a local folder,
 * absolute or relative to the configuration.
 *
 * @param text the URL or the folder, as the user wrote it
 */
public record Base(@JsonValue String text) {
  /** The spellings of kustomize's remote roots (kustomize, "Remote targets"). */
  private static final Pattern REMOTE =
      Pattern.compile(
          "[a-z][a-z0-9+.-]*://.*|git::.*|[A-Za-z0-9_.-]+@[A-Za-z0-9.-]+:.*|github\\.com/.*");

  private static final Pattern FORM = Pattern.compile("[^\\p{Cntrl}]{1,2048}");

  /**
   * Guards against control characters.
   *
   * @throws IllegalArgumentException if {@code text} is blank or holds one
   */
  public Base {
    Form.require(FORM, text, "a URL or a folder");
    if (text.isBlank()) {
      throw new IllegalArgumentException("neither a URL nor a folder is named");
    }
  }

  /** The base of this spelling; the inverse of {@link #text}. */
  @JsonCreator
  public static Base of(String text) {
    return new Base(text);
  }

  /** Whether kustomize fetches it; otherwise it is a local folder. */
  public boolean isRemote() {
    return REMOTE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
