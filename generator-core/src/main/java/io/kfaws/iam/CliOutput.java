package io.kfaws.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Document;
import java.util.List;
import java.util.Optional;

/**
 * What the AWS CLI prints around a policy, and the command that prints the policy alone.
 *
 * <p>Source: AWS CLI Command Reference, "Output" of each command.
 *
 * @param key the key at the root of the output
 * @param inside the key below it that tells it from a policy; empty: the key is enough
 * @param words what the output is
 * @param command what prints the document alone
 */
record CliOutput(String key, String inside, String words, String command) {
  private static final List<CliOutput> ALL =
      List.of(
          new CliOutput(
              "Role",
              "",
              "is the whole role, which holds the policy",
              "aws iam get-role --role-name <role> --query Role.AssumeRolePolicyDocument"),
          new CliOutput(
              "PolicyDocument",
              "",
              "is the policy, with the names of the policy and of whose it is around it",
              "aws iam get-role-policy --role-name <role> --policy-name <policy>"
                  + " --query PolicyDocument"),
          new CliOutput(
              "PolicyVersion",
              "",
              "is a version of a managed policy, which holds the policy",
              "aws iam get-policy-version --policy-arn <arn> --version-id <version>"
                  + " --query PolicyVersion.Document"),
          new CliOutput(
              "Policy",
              "DefaultVersionId",
              "is what is known of a managed policy, without the policy itself",
              "aws iam get-policy-version --policy-arn <arn> --version-id <DefaultVersionId>"
                  + " --query PolicyVersion.Document"),
          new CliOutput(
              "Policy",
              "",
              "is the policy as a text inside of JSON",
              "aws s3api get-bucket-policy --bucket <bucket> --query Policy --output text"),
          new CliOutput(
              "Roles",
              "",
              "is a list of roles, each of which holds a policy",
              "aws iam get-role --role-name <role> --query Role.AssumeRolePolicyDocument"));

  /** The output that a document is; absent if it is none. */
  static Optional<CliOutput> of(JsonNode root) {
    return root.has("Statement")
        ? Optional.empty()
        : ALL.stream()
            .filter(it -> root.has(it.key))
            .filter(it -> it.inside.isEmpty() || root.path(it.key).has(it.inside))
            .findFirst();
  }

  /** The finding that it is one. */
  void find(Elements elements) {
    elements.find(
        "unknown-key", Document.pointer(key), words, "print the policy alone: " + command);
  }
}
