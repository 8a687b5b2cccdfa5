package io.kfaws.installation.rules;

import static io.kfaws.installation.rules.ConfigurationFindings.below;
import static io.kfaws.installation.rules.ConfigurationFindings.item;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.aws.RoleArn;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.installation.CustomRole;
import io.kfaws.installation.DnsLabel;
import io.kfaws.installation.Installation;
import io.kfaws.installation.Profile;
import io.kfaws.installation.ProfileIdentity;
import io.kfaws.installation.TrustedAccount;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether each service account takes one role, and wildcards are meant. */
final class Subjects {
  private final Installation configuration;
  private final ConfigurationFindings findings;
  private final Map<ServiceAccount, Claim> claims = new LinkedHashMap<>();

  Subjects(Installation configuration, ConfigurationFindings findings) {
    this.configuration = configuration;
    this.findings = findings;
  }

  /** Who says that a service account takes a role. */
  private record Claim(RoleArn role, JsonPointer at) {}

  void check() {
    for (int i = 0; i < configuration.profiles().size(); i++) {
      Profile profile = configuration.profiles().get(i);
      JsonPointer at = ProfileRules.PROFILES.appendIndex(i);
      profile.identity().ifPresent(identity -> profile(profile.name(), identity, at));
    }
    Map<ServiceAccount, Claim> patterns = new LinkedHashMap<>();
    for (int i = 0; i < configuration.roles().size(); i++) {
      custom(Document.pointer("roles").appendIndex(i), configuration.roles().get(i), patterns);
    }
    patterns.forEach(this::pattern);
  }

  private void profile(DnsLabel name, ProfileIdentity identity, JsonPointer at) {
    Optional<RoleArn> role = identity.arn(configuration.cluster());
    for (String account : identity.serviceAccounts()) {
      // Of two profiles of one name, which is a finding already, the first one counts.
      role.ifPresent(
          arn -> claims.putIfAbsent(new ServiceAccount(name.text(), account), new Claim(arn, at)));
    }
  }

  private void custom(JsonPointer at, CustomRole custom, Map<ServiceAccount, Claim> patterns) {
    Optional<RoleArn> role = custom.arn(configuration.cluster());
    for (int i = 0; i < custom.serviceAccounts().size(); i++) {
      JsonPointer here = item(at, "serviceAccounts", i);
      TrustedAccount trusted = custom.serviceAccounts().get(i);
      wildcard(here, trusted);
      if (role.isPresent()) {
        Claim claim = new Claim(role.get(), here);
        claim(trusted.serviceAccount(), claim);
        if (trusted.wildcard()) {
          patterns.putIfAbsent(trusted.serviceAccount(), claim);
        }
      }
    }
  }

  private void wildcard(JsonPointer at, TrustedAccount trusted) {
    boolean isPattern = trusted.serviceAccount().isPattern();
    if (isPattern && !trusted.wildcard()) {
      findings.error(
          "unconfirmed-wildcard",
          at,
          named(trusted.serviceAccount())
              + " stands for several service accounts, and nothing says that this is meant",
          "name the one that is meant, or add wildcard: true if all of them may take the role");
    } else if (trusted.wildcard() && !isPattern) {
      findings.error(
          "needless-wildcard",
          below(at, "wildcard"),
          "there is neither * nor ? in " + named(trusted.serviceAccount()),
          "remove wildcard: true; the service account is named exactly");
    }
  }

  private void claim(ServiceAccount account, Claim claim) {
    Optional.ofNullable(claims.putIfAbsent(account, claim))
        .ifPresent(first -> again(account, claim, first));
  }

  private void again(ServiceAccount account, Claim claim, Claim first) {
    String where = Document.path(first.at()) + " in line " + findings.line(first.at());
    if (first.role().equals(claim.role())) {
      findings.error(
          "duplicate-subject",
          claim.at(),
          named(account) + " takes this role already, by " + where,
          "name each service account of a role once");
    } else {
      findings.error(
          "service-account-with-two-roles",
          claim.at(),
          named(account) + " takes role " + first.role() + " already, by " + where,
          "a service account takes one role: permit there what is needed, or use another account");
    }
  }

  private void pattern(ServiceAccount pattern, Claim claim) {
    List<String> others = new ArrayList<>();
    claims.forEach(
        (account, other) -> {
          if (!other.role().equals(claim.role()) && pattern.matches(account)) {
            others.add(named(account));
          }
        });
    if (!others.isEmpty()) {
      findings.error(
          "service-account-with-two-roles",
          claim.at(),
          named(pattern)
              + " stands for service accounts that take other roles: "
              + ConfigurationFindings.some(others),
          "a service account takes one role: choose a pattern, or names, that leave those out");
    }
  }

  private static String named(ServiceAccount account) {
    return account.namespace() + "/" + account.name();
  }
}
