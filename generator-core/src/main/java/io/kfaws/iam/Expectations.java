package io.kfaws.iam;

import io.kfaws.aws.OidcIssuer;
import io.kfaws.aws.ServiceAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the configuration claims of an installation's identities, against which the files are held.
 *
 * @param issuers the issuers of the clusters whose service accounts take the roles
 * @param audience what their tokens are made for
 * @param trustPolicyQuota the account's quota on a trust policy, in characters
 * @param roles what is claimed of a role; a role may stand there several times, and all of it holds
 * @param needs the service accounts that have to have a role
 */
public record Expectations(
    List<OidcIssuer> issuers,
    String audience,
    int trustPolicyQuota,
    List<RoleExpectation> roles,
    List<RequiredRole> needs) {
  /** What tokens are made for that name no audience of their own. */
  public static final String USUAL_AUDIENCE = "sts.amazonaws.com";

  /** Copies the lists. */
  public Expectations {
    issuers = List.copyOf(issuers);
    roles = List.copyOf(roles);
    needs = List.copyOf(needs);
  }

  /** The claims of an installation of which nobody is known to need a role. */
  public Expectations(
      List<OidcIssuer> issuers,
      String audience,
      int trustPolicyQuota,
      List<RoleExpectation> roles) {
    this(issuers, audience, trustPolicyQuota, roles, List.of());
  }

  /** The same claims, and these needs. */
  public Expectations with(List<RequiredRole> more) {
    return new Expectations(issuers, audience, trustPolicyQuota, roles, more);
  }

  /** The service accounts outside the generated files, and patterns of some, that take a role. */
  public Set<ServiceAccount> external() {
    return roles.stream()
        .flatMap(claim -> claim.external().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is claimed of each role, by its ARN. */
  Map<String, RoleExpectation> byRole() {
    Map<String, RoleExpectation> expectations = new LinkedHashMap<>();
    roles.forEach(
        claim -> expectations.merge(claim.role().toString(), claim, RoleExpectation::and));
    return expectations;
  }
}
