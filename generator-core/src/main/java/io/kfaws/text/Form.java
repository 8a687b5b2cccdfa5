package io.kfaws.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the value types share: a text has a form, or it is refused with the form in words. */
public final class Form {
  private Form() {}

  /**
   * The match of the whole text.
   *
   * @param words what was expected, for the message
   * @throws IllegalArgumentException if the text is not of the form
   */
  public static Matcher require(Pattern form, String text, String words) {
    Matcher matcher = form.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is not " + words);
    }
    return matcher;
  }
}
