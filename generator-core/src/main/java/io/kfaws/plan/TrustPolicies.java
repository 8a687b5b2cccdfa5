package io.kfaws.plan;

import io.kfaws.aws.AccountId;
import io.kfaws.aws.OidcIssuer;
import io.kfaws.aws.Partition;
import io.kfaws.iam.Trust;
import io.kfaws.installation.Installation;
import java.util.ArrayList;
import java.util.List;

/**
 * Who trusts whom: the trust policy of each role, and what the identity graph is held against.
 *
 * @param issuers the issuers of all clusters whose service accounts may take the roles
 * @param partition the partition of all of them
 * @param audience the audience of their tokens
 */
record TrustPolicies(List<OidcIssuer> issuers, Partition partition, String audience) {
  static TrustPolicies of(Installation configuration) {
    List<OidcIssuer> issuers = new ArrayList<>();
    issuers.add(configuration.cluster().oidcIssuer());
    issuers.addAll(configuration.identity().additionalIssuers());
    return new TrustPolicies(
        List.copyOf(issuers),
        configuration.cluster().region().partition(),
        configuration.identity().audience());
  }

  /** The trust of a role: an identity provider belongs to the account of the roles that name it. */
  Trust of(PlannedRole role) {
    return new Trust(
        partition, role.arn().accountId(), issuers, audience, List.copyOf(role.subjects()));
  }

  String providerArn(OidcIssuer issuer, String account) {
    return issuer.providerArn(partition, AccountId.of(account));
  }
}
