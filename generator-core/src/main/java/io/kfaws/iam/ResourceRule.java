package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Each resource is an ARN with its six parts, of a partition of AWS and of an account: IAM refuses
 * others.
 *
 * <p>Source: AWS General Reference, "Amazon Resource Names (ARNs)"; IAM User Guide, "IAM JSON
 * policy elements: Resource".
 */
final class ResourceRule {
  private static final Pattern ARN =
      Pattern.compile(
          "[*]+|arn:(?:aws[a-z-]{0,12}|[*]):[a-z0-9*?-]+:[a-z0-9*?-]*:(?:[0-9]{12}|aws|[0-9*?]*[*?][0-9*?]*)?:\\S.*",
          Pattern.DOTALL);

  private ResourceRule() {}

  static void check(PolicyFile policy, Consumer<Diagnostic> findings) {
    for (PolicyFile.Placed placed : policy.statements()) {
      for (String key : List.of("Resource", "NotResource")) {
        JsonPointer at = placed.at().appendProperty(key);
        for (PolicyFile.Value value : policy.values(at)) {
          if (!ARN.matcher(value.text()).matches()) {
            findings.accept(
                policy.error(
                    "ill-formed",
                    value.at(),
                    Words.quoted(value.text()) + " is not the ARN of a resource",
                    "it looks like arn:<partition>:<service>:<region>:<12 digits>:<resource>, where"
                        + " region and account may be empty"));
          }
        }
      }
    }
  }
}
