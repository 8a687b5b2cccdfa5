package io.kfaws.aws;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity provider that an account has for an OpenID Connect issuer: {@code
 * arn:<partition>:iam::<12 digits>:oidc-provider/<issuer without https://>}. It must be of the
 * account that owns the role.
 *
 * @param partition where it lives
 * @param accountId whose it is
 * @param host the issuer without {@code https://}, of an EKS cluster or any other
 */
public record OidcProvider(Partition partition, AccountId accountId, String host) {
  private static final Pattern FORM =
      Pattern.compile(
          "arn:(" + Partition.ids() + "):iam::([0-9]{12}):oidc-provider/((?!https?:)\\S+)");

  /** The provider with this ARN; absent for any other text. The inverse of {@link #toString}. */
  public static Optional<OidcProvider> of(String arn) {
    Matcher parts = FORM.matcher(arn);
    return parts.matches()
        ? Optional.of(
            new OidcProvider(
                Partition.of(parts.group(1)), new AccountId(parts.group(2)), parts.group(3)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "arn:" + partition.id() + ":iam::" + accountId + ":oidc-provider/" + host;
  }
}
