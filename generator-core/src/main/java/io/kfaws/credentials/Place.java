package io.kfaws.credentials;

/** Whose text is judged, and what a user can do about a credential there. */
public enum Place {
  /** A wish: names and ARNs are all that may pass through it. */
  WISH(
      "keep it in Secrets Manager, write the secret's name under secretName, and replace what was"
          + " committed"),
  /** Any other file: one that kfaws makes, or reads beside the wish. */
  FILE(
      "keep it in Secrets Manager, let a SecretProviderClass bring it to the pod, and replace what"
          + " was committed");

  private final String hint;

  Place(String hint) {
    this.hint = hint;
  }

  String hint() {
    return hint;
  }
}
