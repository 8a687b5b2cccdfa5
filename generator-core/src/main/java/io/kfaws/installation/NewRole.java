package io.kfaws.installation;

import io.kfaws.aws.PolicyArn;
import io.kfaws.aws.RoleArn;
import io.kfaws.aws.RoleName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An IAM role that is to be created in the cluster's account (IAM API, CreateRole).
 *
 * @param name its name, unique in the account whatever the path; in {@code profiles} always there
 * @param path the path that its ARN has before the name: a slash, or text between two
 * @param managedPolicies the managed policies to attach, at most 10 (IAM User Guide, "IAM and AWS
 *     STS quotas")
 * @param statements its inline policy
 * @param scoped whether it gets the least privilege on the profile's share of the installation's
 *     bucket
 */
public record NewRole(
    Optional<RoleName> name,
    String path,
    List<PolicyArn> managedPolicies,
    List<PolicyStatement> statements,
    boolean scoped) {
  /** Copies the lists. */
  public NewRole {
    // An ARN that was refused is null here, until the findings are thrown.
    managedPolicies = Collections.unmodifiableList(new ArrayList<>(managedPolicies));
    statements = List.copyOf(statements);
  }

  /** The ARN that it will have, if it has a name. */
  public Optional<RoleArn> arn(Cluster cluster) {
    return name.map(
        text ->
            new RoleArn(
                cluster.region().partition(), cluster.accountId(), path.substring(1), text.text()));
  }
}
