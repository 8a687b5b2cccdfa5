package io.kfaws.aws;

/**
 * A text in which {@code *} stands for any characters and {@code ?} for one, as IAM reads actions,
 * resources and the values of {@code StringLike}.
 *
 * @param text the text with its wildcards, if any
 */
public record Wildcards(String text) {
  /** Whether there is a wildcard in the text. */
  public boolean isPattern() {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /**
   * Whether a text is one that this stands for. Takes at most as many steps as both lengths
   * multiplied, so no pattern makes it hang.
   */
  public boolean matches(String other) {
    int at = 0;
    int in = 0;
    int star = -1;
    int tried = 0;
    while (in < other.length()) {
      if (at < text.length() && text.charAt(at) == '*') {
        star = at++;
        tried = in;
      } else if (at < text.length() && isOne(text.charAt(at), other.charAt(in))) {
        at++;
        in++;
      } else if (star >= 0) {
        // The last star takes one character more.
        at = star + 1;
        in = ++tried;
      } else {
        return false;
      }
    }
    while (at < text.length() && text.charAt(at) == '*') {
      at++;
    }
    return at == text.length();
  }

  private static boolean isOne(char pattern, char other) {
    return pattern == '?' || pattern == other;
  }

  @Override
  public String toString() {
    return text;
  }
}
