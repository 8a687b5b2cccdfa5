package io.kfaws.installation.rules;

import static io.kfaws.installation.rules.ConfigurationFindings.below;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.installation.CustomRole;
import io.kfaws.installation.Installation;
import io.kfaws.installation.NewRole;
import io.kfaws.installation.Profile;
import io.kfaws.installation.ProfileDefaults;
import io.kfaws.installation.ProfileIdentity;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether each identity names one role, and what that role's keys need beside them. What a profile
 * has from {@code profileDefaults} is validated there, once.
 */
final class IdentityRules {
  private static final JsonPointer ROLES = Document.pointer("roles");
  private static final JsonPointer DEFAULT = below(ProfileRules.DEFAULTS, "identity");
  private static final String ADD_ROLE =
      "add roleArn: arn:aws:iam::012345678901:role/<name> for a role that exists, or role: {…} for"
          + " one to create";

  private final Installation configuration;
  private final ConfigurationFindings findings;
  private final RoleRules roles;

  IdentityRules(Installation configuration, ConfigurationFindings findings, RoleRules roles) {
    this.configuration = configuration;
    this.findings = findings;
    this.roles = roles;
  }

  void check() {
    configuration.profileDefaults().flatMap(ProfileDefaults::identity).ifPresent(this::defaults);
    for (int i = 0; i < configuration.profiles().size(); i++) {
      JsonPointer at = below(ProfileRules.PROFILES.appendIndex(i), "identity");
      configuration
          .profiles()
          .get(i)
          .identity()
          .filter(identity -> findings.isWritten(at))
          .ifPresent(identity -> profile(at, identity));
    }
    for (int i = 0; i < configuration.roles().size(); i++) {
      custom(ROLES.appendIndex(i), configuration.roles().get(i));
    }
  }

  private void defaults(ProfileIdentity identity) {
    if (identity.roleArn().isPresent() && identity.role().isPresent()) {
      twoRoles(DEFAULT);
    } else if (identity.roleArn().isEmpty() && identity.role().isEmpty()) {
      List<String> without = new ArrayList<>();
      for (int i = 0; i < configuration.profiles().size(); i++) {
        Profile profile = configuration.profiles().get(i);
        JsonPointer own = below(ProfileRules.PROFILES.appendIndex(i), "identity");
        if (profile.defaults() && !findings.isWritten(own)) {
          without.add(profile.name().text());
        }
      }
      if (!without.isEmpty()) {
        findings.error(
            "role-or-role-arn",
            DEFAULT,
            "names no role, and neither do the profiles " + ConfigurationFindings.some(without),
            ADD_ROLE + "; or to profiles that need none: defaults: false");
      }
    }
    written(DEFAULT, identity);
  }

  private void profile(JsonPointer at, ProfileIdentity identity) {
    boolean exists = findings.isWritten(below(at, "roleArn"));
    boolean isNew = findings.isWritten(below(at, "role"));
    if (exists && isNew) {
      twoRoles(at);
    } else if (identity.roleArn().isEmpty() && identity.role().isEmpty()) {
      findings.error("role-or-role-arn", at, "names no role", ADD_ROLE);
    }
    written(at, identity);
  }

  private void custom(JsonPointer at, CustomRole custom) {
    if (custom.roleArn().isPresent() && custom.role().isPresent()) {
      twoRoles(at);
    } else if (custom.roleArn().isEmpty() && custom.role().isEmpty()) {
      findings.error("role-or-role-arn", at, "names no role", ADD_ROLE);
    }
    JsonPointer roleAt = below(at, "role");
    custom.roleArn().ifPresent(arn -> roles.role(below(at, "roleArn"), arn));
    trustPolicy(at, custom.trustPolicy(), custom.roleArn().isPresent());
    custom.role().ifPresent(role -> roles.created(roleAt, role));
    if (custom.role().filter(role -> role.name().isEmpty()).isPresent()) {
      findings.error(
          "missing-key",
          below(roleAt, "name"),
          "is missing",
          "name the role to create: role: {name: ack-controller-role-demo}");
    }
    if (custom.role().filter(NewRole::scoped).isPresent()) {
      findings.error(
          "scoped-outside-profiles",
          below(roleAt, "scoped"),
          "only a profile has a share of the bucket that a role could be scoped to",
          "remove scoped, and permit what the role needs with statements");
    }
  }

  /** What is written here, of a profile or of the defaults. */
  private void written(JsonPointer at, ProfileIdentity identity) {
    JsonPointer arnAt = below(at, "roleArn");
    JsonPointer roleAt = below(at, "role");
    JsonPointer scopedAt = below(roleAt, "scoped");
    JsonPointer annotateAt = below(at, "annotateOnly");
    identity
        .roleArn()
        .filter(arn -> findings.isWritten(arnAt))
        .ifPresent(arn -> roles.role(arnAt, arn));
    trustPolicy(at, identity.trustPolicy(), identity.roleArn().isPresent());
    identity.role().ifPresent(role -> roles.created(roleAt, role));
    boolean scoped = identity.role().filter(NewRole::scoped).isPresent();
    if (scoped && configuration.s3().isEmpty() && findings.isWritten(scopedAt)) {
      findings.error(
          "scoped-without-bucket",
          scopedAt,
          "there is no bucket that the role could be scoped to",
          "describe the bucket in s3, or remove scoped");
    }
    if (!identity.annotateOnly() && findings.isWritten(annotateAt)) {
      findings.warning(
          "controller-edits-trust",
          annotateAt,
          "the profile controller edits the role's trust policy by itself: it rewrites the policy,"
              + " drops foreign statements, and on revoking the last profile leaves a condition"
              + " without :sub, so that every service account of the cluster may take the role",
          "leave annotateOnly out: kfaws writes the whole trust policy");
    }
  }

  private void trustPolicy(JsonPointer at, Optional<String> file, boolean exists) {
    JsonPointer here = below(at, "trustPolicy");
    if (file.isPresent() && !exists && findings.isWritten(here)) {
      findings.error(
          "trust-policy-without-role",
          here,
          "there is no roleArn whose trust policy this could be a copy of",
          "add roleArn, or remove trustPolicy: kfaws writes the trust policy of a role to create");
    }
  }

  private void twoRoles(JsonPointer at) {
    findings.error(
        "role-or-role-arn",
        at,
        "names a role that exists, roleArn, and a role to create, role",
        "keep one of roleArn and role");
  }
}
