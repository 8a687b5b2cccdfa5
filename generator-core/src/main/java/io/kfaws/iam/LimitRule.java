package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
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
  private static final String TRUST = "trust-policy-too-long";
  private static final String INLINE = "inline-policies-too-long";
  private static final int MANAGED_CHARACTERS = 6_144;
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
              TRUST,
              characters(size, quota),
              "let fewer service accounts share the role"
                  + (size > TrustQuota.HIGHEST
                      ? ""
                      : ", or have AWS raise the quota \"Role trust policy length\" and declare"
                          + " identity.trustPolicyQuota: "
                          + size)));
    }
  }

  private static String characters(int size, int quota) {
    return "the trust policy has " + size + " characters, AWS allows " + quota;
  }

  /** A trust policy of a role of which nothing else is known. */
  static void trust(PolicyFile trust, Consumer<Diagnostic> findings) {
    int size = trust.written();
    if (size > TrustQuota.HIGHEST) {
      findings.accept(
          trust.error(
              TRUST,
              JsonPointer.empty(),
              characters(size, TrustQuota.HIGHEST),
              "let fewer service accounts share the role"));
    } else if (size > TrustQuota.USUAL) {
      findings.accept(
          trust.warning(
              TRUST,
              JsonPointer.empty(),
              characters(size, TrustQuota.USUAL) + " unless the account has asked for more",
              "have AWS raise the quota \"Role trust policy length\""));
    }
  }

  /** A permission policy of which nothing else is known. */
  static void permissions(PolicyFile policy, Consumer<Diagnostic> findings) {
    int size = policy.written();
    String message = "the policy has " + size + " characters, AWS allows ";
    if (size > INLINE_CHARACTERS) {
      findings.accept(
          policy.error(
              INLINE,
              JsonPointer.empty(),
              message + INLINE_CHARACTERS,
              "make several policies of its statements"));
    } else if (size > MANAGED_CHARACTERS) {
      findings.accept(
          policy.warning(
              INLINE,
              JsonPointer.empty(),
              message + MANAGED_CHARACTERS + " in a managed policy",
              "make it an inline policy of a role, or several policies of its statements"));
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
              INLINE,
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
