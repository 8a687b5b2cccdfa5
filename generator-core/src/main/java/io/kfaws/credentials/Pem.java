package io.kfaws.credentials;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The armour of keys and certificates: {@code -----BEGIN … PRIVATE KEY-----}, with four dashes and
 * spaces where SSH2 writes it. What is public is passed over whole, so that a line of a certificate
 * is not taken for a key.
 */
final class Pem {
  private static final Pattern HEADER = Pattern.compile("-----? ?BEGIN ([A-Z0-9 ]+?) ?-----?");
  private static final String END = "END ";

  private Pem() {}

  /** Whether a text that begins with a header begins a private key. */
  static boolean isPrivate(String text) {
    Matcher header = HEADER.matcher(text);
    // A header that was cut off within its words still says enough.
    return (header.lookingAt() && isPrivateName(header.group(1)))
        || (text.startsWith("-----BEGIN ") && text.indexOf("PRIVATE KEY") > 0);
  }

  private static boolean isPrivateName(String name) {
    return name.contains("PRIVATE KEY");
  }

  /** Where a text's armour at a dash ends; absent if there is none. */
  static Optional<Armour> at(String text, int dash) {
    if (!text.startsWith("----", dash)) {
      return Optional.empty();
    }
    Matcher header = HEADER.matcher(text).region(dash, text.length());
    if (!header.lookingAt()) {
      return Optional.empty();
    }
    int end = text.indexOf(END + header.group(1), header.end());
    return Optional.of(
        new Armour(
            isPrivateName(header.group(1)),
            end < 0 ? header.end() : end + END.length() + header.group(1).length()));
  }

  /**
   * A key or certificate in a text.
   *
   * @param isPrivate whether it is a secret
   * @param end where it ends, exclusive
   */
  record Armour(boolean isPrivate, int end) {}
}
