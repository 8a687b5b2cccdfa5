package io.kfaws.aws;

/**
 * What a policy calls secrets of Secrets Manager.
 *
 * <p>Secrets Manager adds a hyphen and six characters of its own to a secret's name in its ARN
 * (Secrets Manager User Guide, "Secrets Manager secret ARN").
 */
public final class SecretArns {
  private SecretArns() {}

  /**
   * The resource that stands for a secret: of a name the pattern of its ARN, {@code
   * …:secret:<name>-??????}; a full ARN stays what it is.
   *
   * @param region where the secret is, if {@code secret} is a name
   * @param accountId whose it is, if {@code secret} is a name
   * @param secret the secret's name or ARN
   */
  public static String pattern(Region region, AccountId accountId, String secret) {
    return secret.startsWith("arn:")
        ? secret
        : "arn:"
            + region.partition().id()
            + ":secretsmanager:"
            + region
            + ":"
            + accountId
            + ":secret:"
            + secret
            + "-??????";
  }
}
