package io.kfaws.credentials;

/** Whose text is validated, and what a user can do about a credential there. */
public enum Place {
  /** A configuration: names and ARNs are all that may pass through it. */
  CONFIGURATION(
      "keep it in Secrets Manager, write the secret's name under secretName, and replace what was"
          + " committed"),
  /** Any other file: one that kfaws makes, or reads beside the configuration. */
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
