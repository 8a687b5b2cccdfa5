package io.kfaws.iam;

import io.kfaws.Diagnostic;
import java.util.function.Consumer;

/**
 * A role keeps to AWS' quotas ({@code trust-policy-too-long}, {@code too-many-managed-policies},
 * {@code inline-policies-too-long}).
 *
 * <p>Source: IAM User Guide, "IAM and AWS STS quotas".
 */
record LimitRule() implements GraphRule {
  private static final int MANAGED_POLICIES = 10;
  private static final int INLINE_CHARACTERS = 10_240;

  @Override
  public void validate(Inspection inspection, Consumer<Diagnostic> findings) {
    int quota = inspection.expectations().trustPolicyQuota();
    for (Role role : inspection.graph().roles().values()) {
      role.trust().ifPresent(trust -> trust(trust, quota, findings));
      managed(role, findings);
      inline(role, findings);
    }
  }

  private static void trust(PolicyFile trust, int quota, Consumer<Diagnostic> findings) {
    int size = trust.policy().size();
    if (size > quota) {
      findings.accept(
          trust.error(
              "trust-policy-too-long",
              "the trust policy has " + size + " characters, AWS allows " + quota,
              "let fewer service accounts share the role"
                  + (size > TrustQuota.HIGHEST
                      ? ""
                      : ", or have AWS raise the quota \"Role trust policy length\" and declare"
                          + " identity.trustPolicyQuota: "
                          + size)));
    }
  }

  private static void managed(Role role, Consumer<Diagnostic> findings) {
    int count = role.managedPolicies().size();
    if (count > MANAGED_POLICIES) {
      findings.accept(
          Diagnostic.error(
              "too-many-managed-policies",
              role.location(),
              "",
              "role "
                  + role.arn().name()
                  + " has "
                  + count
                  + " managed policies, AWS allows "
                  + MANAGED_POLICIES,
              "put what some of them allow into statements of the role's own"));
    }
  }

  private static void inline(Role role, Consumer<Diagnostic> findings) {
    int size = role.policies().stream().mapToInt(file -> file.policy().size()).sum();
    if (size > INLINE_CHARACTERS) {
      findings.accept(
          Diagnostic.error(
              "inline-policies-too-long",
              role.location(),
              "",
              "the policies of role "
                  + role.arn().name()
                  + " have "
                  + size
                  + " characters together, AWS allows "
                  + INLINE_CHARACTERS,
              "put some of the statements into a managed policy, and name it under"
                  + " managedPolicies; of secrets, let another service account, with a role of its"
                  + " own, read some"));
    }
  }
}
