package io.kfaws.plan;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.iam.Trust;
import io.kfaws.iam.TrustQuota;
import io.kfaws.installation.Configuration;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with roles once everything that the configuration says of each is put together. */
final class PlannedRoleRules {
  private final Configuration configuration;
  private final List<Diagnostic> findings = new ArrayList<>();

  private PlannedRoleRules(Configuration configuration) {
    this.configuration = configuration;
  }

  static List<Diagnostic> of(
      List<PlannedRole> roles, TrustPolicies trust, Configuration configuration) {
    PlannedRoleRules violations = new PlannedRoleRules(configuration);
    int quota = configuration.installation().identity().trustPolicyQuota();
    for (PlannedRole role : roles) {
      violations.names(role);
      if (role.isTrustOurs()) {
        Trust ours = trust.of(role);
        // Most fit, and how much would is worth knowing of the others alone.
        if (!ours.fits(quota)) {
          violations.quota(role, ours, quota);
        }
      }
    }
    return violations.findings;
  }

  private void quota(PlannedRole role, Trust trust, int quota) {
    Location place = configuration.document().at(role.at());
    String path = Document.path(role.at());
    (role.isOfProfilesOnly()
            ? TrustQuota.profiles(trust, quota, place, path)
            : TrustQuota.accounts(trust, quota, place, path))
        .ifPresent(findings::add);
  }

  private void names(PlannedRole role) {
    role.otherwise()
        .forEach(
            (at, arn) ->
                error(
                    "duplicate-role-name",
                    at,
                    arn + " cannot stand beside " + role.arn(),
                    "the names of an account's roles are unique, whatever their paths and their case:"
                        + " write the same ARN, or choose another name"));
  }

  private void error(String rule, JsonPointer at, String message, String hint) {
    findings.add(
        Diagnostic.error(rule, configuration.document().at(at), Document.path(at), message, hint));
  }
}
