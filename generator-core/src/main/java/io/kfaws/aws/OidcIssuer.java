package io.kfaws.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.kfaws.text.Form;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The OpenID Connect issuer of an EKS cluster: {@code
 * https://oidc.eks.<region>.amazonaws.com/id/<32 upper-case hexadecimal digits>}.
 *
 * @param region the cluster's region, as the host tells it
 * @param id the 32 digits
 */
public record OidcIssuer(Region region, String id) {
  private static final String SCHEME = "https://";
  private static final Pattern FORM =
      Pattern.compile("https://oidc\\.eks\\.([a-z0-9-]+)\\.([a-z0-9.-]+)/id/([0-9A-F]{32})");

  /**
   * The issuer at this URL; the inverse of {@link #toString}.
   *
   * @throws IllegalArgumentException if {@code url} is not the issuer of an EKS cluster
   */
  @JsonCreator
  public static OidcIssuer of(String url) {
    Matcher parts = Form.require(FORM, url, "the OIDC issuer of an EKS cluster");
    Region region = new Region(parts.group(1));
    if (!region.partition().dnsSuffix().equals(parts.group(2))) {
      throw new IllegalArgumentException(
          "the issuers of " + region + " end with " + region.partition().dnsSuffix());
    }
    return new OidcIssuer(region, parts.group(3));
  }

  /** Whether a text is the issuer of an EKS cluster without {@code https://}. */
  public static boolean isHost(String text) {
    try {
      return of(SCHEME + text).host().equals(text);
    } catch (IllegalArgumentException e) {
      return false; // the finding says so in words of its own
    }
  }

  /** The URL without {@code https://}: what provider ARNs and condition keys call the issuer. */
  public String host() {
    return "oidc.eks." + region + "." + region.partition().dnsSuffix() + "/id/" + id;
  }

  /** The ARN of the identity provider that an account has for this issuer. */
  public String providerArn(Partition partition, AccountId accountId) {
    return new OidcProvider(partition, accountId, host()).toString();
  }

  @Override
  @JsonValue
  public String toString() {
    return SCHEME + host();
  }
}
