package io.kfaws.installation;

import io.kfaws.aws.OidcIssuer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What every role for service accounts has in common (EKS User Guide, "IAM roles for service
 * accounts"; annotations: amazon-eks-pod-identity-webhook, "EKS walkthrough").
 *
 * @param audience whom the tokens are meant for: the audience of the IAM OIDC provider
 * @param additionalIssuers further clusters whose service accounts of the same names may take the
 *     roles
 * @param trustPolicyQuota how long a trust policy may be in this account, in characters (IAM User
 *     Guide, "IAM and AWS STS quotas", Role trust policy length)
 * @param tokenExpiration how long a token is good, in seconds; absent: the webhook's own 86400
 * @param stsRegionalEndpoints whether the SDKs in the pods ask STS in their own region; absent: as
 *     the webhook was installed
 */
public record Identity(
    String audience,
    List<OidcIssuer> additionalIssuers,
    int trustPolicyQuota,
    Optional<Integer> tokenExpiration,
    Optional<Boolean> stsRegionalEndpoints) {
  /** Copies the list. */
  public Identity {
    // An issuer that was refused is null here, until the findings are thrown.
    additionalIssuers = Collections.unmodifiableList(new ArrayList<>(additionalIssuers));
  }
}
