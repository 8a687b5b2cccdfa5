package io.kfaws.credentials;

/** What a credential is, in the words of a message. */
enum Credential {
  ACCESS_KEY_ID("an access key id of AWS"),
  SECRET_KEY("a secret access key of AWS"),
  SESSION_TOKEN("a session token of AWS"),
  PRIVATE_KEY("a private key"),
  LOGIN("a password in a URL"),
  GITHUB_TOKEN("a token of GitHub"),
  GITLAB_TOKEN("a token of GitLab"),
  SLACK_TOKEN("a token of Slack"),
  HUGGING_FACE_TOKEN("a token of Hugging Face"),
  GOOGLE_KEY("an API key of Google"),
  SERVICE_TOKEN("a token of an online service"),
  WEB_TOKEN("a JSON Web Token"),
  REGISTRY_LOGIN("the login of an image registry"),
  HEADER("the login of an HTTP header"),
  PASSWORD("a password in clear"),
  /** A text without a known form: only its key's name, and that it looks random, tell. */
  RANDOM("what looks like a credential"),
  /** A Secret is there to hold one, whatever it looks like. */
  SECRET_VALUE("a value of a Secret");

  private final String words;

  Credential(String words) {
    this.words = words;
  }

  /** What is said of a value that holds one. */
  String inValue() {
    return switch (this) {
      case RANDOM -> "the value looks random, and its key is named like a credential's";
      case SECRET_VALUE -> "this is a value of a Secret";
      default -> "the value holds " + words;
    };
  }

  /** What is said of a key that is one. */
  String inKey() {
    return "a key looks like " + words;
  }

  /** What is said of a line of a text. */
  String inText() {
    return "the line holds " + words;
  }

  /** Whether its own form tells it, and not the name that it is under. */
  boolean hasForm() {
    return this != PASSWORD && this != RANDOM && this != SECRET_VALUE;
  }
}
