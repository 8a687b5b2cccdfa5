package io.kfaws.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Diagnostic;
import io.kfaws.catalog.ReleaseDescriptor;
import io.kfaws.iam.Expectations;
import io.kfaws.iam.RoleExpectation;
import io.kfaws.installation.Configuration;
import io.kfaws.installation.Identity;
import io.kfaws.installation.Installation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who may touch what, as the configuration decides it.
 *
 * @param bindings the bindings with the profiles and roles as templates see them
 * @param expectations what the files that come of it are held against
 * @param findings what the configuration gets wrong
 */
record Identities(Bindings bindings, Expectations expectations, List<Diagnostic> findings) {

  /**
   * Decides.
   *
   * @param bindings the configuration's own values
   * @param uses the sections of the configuration that the overlays use
   * @param patched the profile that the base brings, where an overlay patches it
   * @throws IOException if a copy of a trust policy is there and cannot be read
   */
  static Identities of(
      Configuration configuration,
      ReleaseDescriptor release,
      Bindings bindings,
      Set<String> uses,
      Optional<String> patched)
      throws IOException {
    Installation installation = configuration.installation();
    List<PlannedRole> roles = Roles.of(installation, release, uses);
    TrustPolicies trust = TrustPolicies.of(installation);
    TrustCopies copies = new TrustCopies(configuration);
    List<Diagnostic> findings = new ArrayList<>(PlannedRoleRules.of(roles, trust, configuration));
    findings.addAll(SecretReaderRules.of(configuration, uses));
    List<RoleExpectation> expectations = new ArrayList<>();
    for (PlannedRole role : roles) {
      expectations.add(
          new RoleExpectation(role.arn(), copies.of(role), role.external(), role.allowBroad()));
    }
    findings.addAll(copies.findings());
    Identity identity = installation.identity();
    return new Identities(
        new Bindings(bound(installation, release, bindings, roles, trust, patched)),
        new Expectations(
            trust.issuers(), trust.audience(), identity.trustPolicyQuota(), expectations),
        findings);
  }

  private static ObjectNode bound(
      Installation installation,
      ReleaseDescriptor release,
      Bindings bindings,
      List<PlannedRole> roles,
      TrustPolicies trust,
      Optional<String> patched) {
    ObjectNode whole = ((ObjectNode) bindings.tree()).objectNode();
    whole.setAll((ObjectNode) bindings.tree());
    SortedMap<String, List<String>> groups =
        ProfileGroups.of(
            installation.profiles().stream().map(profile -> profile.name().text()).toList());
    if (groups.isEmpty()) {
      whole.remove("profiles"); // nothing is there to repeat, so the components are left out
    } else {
      Map<String, String> arns = new TreeMap<>();
      roles.forEach(
          role -> role.profiles().forEach(profile -> arns.put(profile, role.arn().toString())));
      new ProfileBindings(release.facts(), arns, patched)
          .complete(whole, groups, SecretBindings.profiles(installation));
    }
    if (!installation.secrets().isEmpty()) {
      whole.set("secretFiles", SecretBindings.of(installation, groups));
    }
    if (!roles.isEmpty()) {
      whole.set("iam", IamBindings.of(installation, trust, roles, groups));
    }
    return whole;
  }
}
