package io.kfaws.credentials;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Text that base64 hides: in a Secret's data, in the login of an image registry. */
final class Base64Text {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s");

  private Base64Text() {}

  /** What a value encodes, each byte a character; absent if it is no base64. */
  static Optional<String> decoded(String value) {
    String encoded = WHITE_SPACE.matcher(value).replaceAll("");
    // A value that was cut off is read as far as it goes.
    String whole = encoded.substring(0, encoded.length() - encoded.length() % 4);
    try {
      byte[] bytes = Base64.getDecoder().decode(whole);
      return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether a value is {@code user:password} in base64, as Docker's {@code auth} is. */
  static boolean isLogin(String value) {
    return value.length() >= 8
        && decoded(value).filter(text -> text.matches("[\\x20-\\x7e]+:[\\x20-\\x7e]+")).isPresent();
  }
}
