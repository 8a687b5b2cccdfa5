package io.kfaws.credentials;

import java.util.Optional;

/**
 * A user with a password before an address: {@code https://user:password@host} (RFC 3986, userinfo)
 * wherever it is, after {@code jdbc:} too, and {@code user:password@tcp(host)} as the MySQL driver
 * of Go writes it.
 */
final class Login {
  private Login() {}

  /** The login behind a {@code ://} at {@code colon}. */
  static Optional<Hit> url(String text, int colon) {
    int start = colon + 3;
    int at = -1;
    int end = start;
    for (; end < text.length() && !endsAuthority(text.charAt(end)); end++) {
      if (text.charAt(end) == '@') {
        at = end;
      }
    }
    return at < 0 ? Optional.empty() : password(text, start, at);
  }

  /** The login before an {@code @tcp(} or {@code @unix(} at {@code at}. */
  static Optional<Hit> driver(String text, int at) {
    if (!text.startsWith("@tcp(", at) && !text.startsWith("@unix(", at)) {
      return Optional.empty();
    }
    int start = at;
    while (start > 0 && !endsAuthority(text.charAt(start - 1))) {
      start--;
    }
    return password(text, start, at);
  }

  private static Optional<Hit> password(String text, int start, int at) {
    int colon = text.indexOf(':', start);
    return colon < 0 || colon >= at || Placeholder.isOne(text.substring(colon + 1, at))
        ? Optional.empty()
        : Optional.of(new Hit(Credential.LOGIN, start, at));
  }

  private static boolean endsAuthority(char c) {
    return c <= ' ' || "/?#\"'`<>|\\".indexOf(c) >= 0;
  }
}
