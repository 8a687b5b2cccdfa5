package io.kfaws.iam;

import io.kfaws.Diagnostic;
import java.util.function.Consumer;

/**
 * A trust policy says who and a permission policy says with what ({@code policy-in-wrong-place}):
 * IAM refuses one in the place of the other.
 */
record KindRule() implements GraphRule {
  @Override
  public void validate(Inspection inspection, Consumer<Diagnostic> findings) {
    for (Role role : inspection.graph().roles().values()) {
      role.trust().ifPresent(trust -> check(trust, true, findings));
      role.policies().forEach(policy -> check(policy, false, findings));
    }
  }

  /** All of a policy that is a trust policy, or of one that is none. */
  static void check(PolicyFile file, boolean isTrust, Consumer<Diagnostic> findings) {
    for (PolicyFile.Placed placed : file.statements()) {
      if (saysWho(placed.statement()) != isTrust || saysWithWhat(placed.statement()) == isTrust) {
        findings.accept(
            file.error(
                "policy-in-wrong-place",
                placed.at(),
                isTrust
                    ? "a trust policy's statement has a Principal and no Resource"
                    : "a permission policy's statement has a Resource and no Principal",
                isTrust
                    ? "a role's trust policy is what this prints: aws iam get-role --role-name"
                        + " <role> --query Role.AssumeRolePolicyDocument"
                    : "who may take the role is in its trust policy"));
      }
    }
  }

  static boolean saysWho(Statement statement) {
    return statement.principal().isPresent() || statement.except().principal().isPresent();
  }

  private static boolean saysWithWhat(Statement statement) {
    return !statement.resources().isEmpty() || !statement.except().resources().isEmpty();
  }
}
