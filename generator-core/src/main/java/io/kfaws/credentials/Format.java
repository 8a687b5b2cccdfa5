package io.kfaws.credentials;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A form of credential that begins with letters of its own. They are compared first, so that a text
 * without them costs next to nothing.
 *
 * <p>Sources: GitHub docs, "GitHub's token formats"; GitLab docs, "Token overview"; Slack docs,
 * "Token types"; RFC 7519 and RFC 7515 for JSON Web Tokens; RFC 7617 and RFC 6750 for headers; RFC
 * 7468 for PEM; the forms of the AWS Security Token Service's tokens are what it hands out.
 *
 * @param what what it is
 * @param prefix what it begins with, at the start of a word
 * @param whole the whole of it
 */
record Format(Credential what, String prefix, Pattern whole) {
  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";

  /** Base64 of "-----BEGIN": what it encodes tells a key from a certificate. */
  private static final String PEM = "LS0tLS1CRUdJTi";

  private static final List<Format> ALL =
      List.of(
          of(Credential.GITHUB_TOKEN, "ghp_", "[A-Za-z0-9]{30,}"),
          of(Credential.GITHUB_TOKEN, "gho_", "[A-Za-z0-9]{30,}"),
          of(Credential.GITHUB_TOKEN, "ghu_", "[A-Za-z0-9]{30,}"),
          of(Credential.GITHUB_TOKEN, "ghs_", "[A-Za-z0-9]{30,}"),
          of(Credential.GITHUB_TOKEN, "ghr_", "[A-Za-z0-9]{30,}"),
          of(Credential.GITHUB_TOKEN, "github_pat_", "[A-Za-z0-9_]{30,}"),
          of(Credential.GITLAB_TOKEN, "glpat-", "[A-Za-z0-9_-]{20,}"),
          of(Credential.SLACK_TOKEN, "xoxa-", "[A-Za-z0-9-]{10,}"),
          of(Credential.SLACK_TOKEN, "xoxb-", "[A-Za-z0-9-]{10,}"),
          of(Credential.SLACK_TOKEN, "xoxe-", "[A-Za-z0-9-]{10,}"),
          of(Credential.SLACK_TOKEN, "xoxe.", "[A-Za-z0-9.-]{10,}"),
          of(Credential.SLACK_TOKEN, "xoxp-", "[A-Za-z0-9-]{10,}"),
          of(Credential.SLACK_TOKEN, "xoxr-", "[A-Za-z0-9-]{10,}"),
          of(Credential.SLACK_TOKEN, "xoxs-", "[A-Za-z0-9-]{10,}"),
          of(Credential.SLACK_TOKEN, "xapp-", "[A-Za-z0-9-]{20,}"),
          of(
              Credential.SLACK_TOKEN,
              "hooks.slack.com/services/",
              "[A-Z0-9]+/[A-Z0-9]+/[A-Za-z0-9]+"),
          of(Credential.HUGGING_FACE_TOKEN, "hf_", "[A-Za-z0-9]{30,}"),
          of(Credential.GOOGLE_KEY, "AIza", "[A-Za-z0-9_-]{35}"),
          of(Credential.SERVICE_TOKEN, "npm_", "[A-Za-z0-9]{36}"),
          of(Credential.SERVICE_TOKEN, "pypi-AgE", "[A-Za-z0-9_-]{50,}"),
          of(Credential.SERVICE_TOKEN, "dckr_pat_", "[A-Za-z0-9_-]{20,}"),
          of(Credential.SERVICE_TOKEN, "sk_live_", "[A-Za-z0-9]{16,}"),
          of(Credential.SERVICE_TOKEN, "sk-ant-", "[A-Za-z0-9_-]{20,}"),
          of(Credential.SERVICE_TOKEN, "sk-proj-", "[A-Za-z0-9_-]{20,}"),
          of(Credential.SERVICE_TOKEN, "hvs.", "[A-Za-z0-9_-]{24,}"),
          of(
              Credential.WEB_TOKEN,
              "eyJ",
              "[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{16,}"),
          of(Credential.SESSION_TOKEN, "IQoJb3JpZ2lu", "[A-Za-z0-9/+=]{50,}"),
          of(Credential.SESSION_TOKEN, "FwoGZXIvYXdz", "[A-Za-z0-9/+=]{50,}"),
          of(Credential.SESSION_TOKEN, "FQoGZXIvYXdz", "[A-Za-z0-9/+=]{50,}"),
          of(Credential.SESSION_TOKEN, "FQoDYXdz", "[A-Za-z0-9/+=]{50,}"),
          of(Credential.HEADER, BASIC, "[A-Za-z0-9+/]{8,}={0,2}"),
          of(Credential.HEADER, BEARER, "[A-Za-z0-9._~+/-]{16,}=*"),
          of(Credential.PRIVATE_KEY, "PuTTY-User-Key-File-", "[0-9]+: ?\\S+"),
          of(Credential.PRIVATE_KEY, PEM, "[A-Za-z0-9/+]{16,}"));

  /** By the first letter, which all of them have in ASCII. */
  private static final List<List<Format>> BY_FIRST =
      IntStream.range(0, 128)
          .mapToObj(c -> ALL.stream().filter(format -> format.prefix.charAt(0) == c).toList())
          .toList();

  private static Format of(Credential what, String prefix, String rest) {
    return new Format(what, prefix, Pattern.compile(Pattern.quote(prefix) + rest));
  }

  /** The credential that begins where a word of ASCII does. */
  static Optional<Hit> at(String text, int word) {
    List<Format> formats = BY_FIRST.get(text.charAt(word));
    for (int i = 0; i < formats.size(); i++) {
      Format format = formats.get(i);
      if (text.startsWith(format.prefix, word)) {
        Matcher matcher = format.whole.matcher(text).region(word, text.length());
        if (matcher.lookingAt() && format.holds(matcher.group())) {
          return Optional.of(new Hit(format.what, word, matcher.end()));
        }
      }
    }
    return Optional.empty();
  }

  private boolean holds(String found) {
    return switch (prefix) {
      case BASIC -> Base64Text.isLogin(found.substring(BASIC.length()));
      case BEARER -> Randomness.in(found.substring(BEARER.length()));
      case PEM -> Pem.isPrivate(Base64Text.decoded(found).orElse(""));
      default -> true;
    };
  }
}
