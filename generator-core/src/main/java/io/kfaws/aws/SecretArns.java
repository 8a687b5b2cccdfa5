package io.kfaws.aws;

/**
 * What a policy calls secrets of Secrets Manager and parameters of Parameter Store.
 *
 * <p>Secrets Manager adds a hyphen and six characters of its own to a secret's name in its ARN
 * (Secrets Manager User Guide, "Secrets Manager secret ARN").
 */
public final class SecretArns {
  /** What the names of AWS' own parameters begin with. */
  private static final String PUBLIC = "/aws/service/";

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

  /**
   * The resource that stands for a parameter: of a name its ARN, {@code …:parameter/<name>}, in
   * which the slash that a hierarchy starts with is that one (AWS Systems Manager User Guide,
   * "Restricting access to parameters"); a full ARN stays what it is. Public parameters, {@code
   * /aws/service/…}, are AWS' own, and their ARNs name no account ("Discovering public
   * parameters").
   *
   * @param region where the parameter is, if {@code parameter} is a name
   * @param accountId whose it is, if {@code parameter} is a name
   * @param parameter the parameter's name or ARN
   */
  public static String parameter(Region region, AccountId accountId, String parameter) {
    return parameter.startsWith("arn:")
        ? parameter
        : "arn:"
            + region.partition().id()
            + ":ssm:"
            + region
            + ":"
            + (parameter.startsWith(PUBLIC) ? "" : accountId)
            + ":parameter"
            + (parameter.startsWith("/") ? "" : "/")
            + parameter;
  }
}
