package io.kfaws.installation;

import io.kfaws.aws.RoleArn;
import java.util.List;
import java.util.Optional;

/**
 * What a profile's pods are to AWS, by IAM roles for service accounts (EKS User Guide, "IAM roles
 * for service accounts"). In a profile of a configuration that was read, exactly one of {@code
 * roleArn} and {@code role} is there.
 *
 * @param roleArn the role, if it exists
 * @param role the role, if it is to be created
 * @param serviceAccounts the profile's service accounts that take the role: notebooks and pipeline
 *     steps run as {@code default-editor}, Katib's trials as {@code default}
 * @param annotateOnly whether Kubeflow's profile controller leaves the role's trust policy alone
 *     (Kubeflow, plugin {@code AwsIamForServiceAccount})
 * @param trustPolicy the file that holds a copy of an existing role's trust policy, relative to the
 *     configuration, where the policy is kept elsewhere; it is checked and not generated
 */
public record ProfileIdentity(
    Optional<RoleArn> roleArn,
    Optional<NewRole> role,
    List<String> serviceAccounts,
    boolean annotateOnly,
    Optional<String> trustPolicy) {
  /** Copies the list. */
  public ProfileIdentity {
    serviceAccounts = List.copyOf(serviceAccounts);
  }

  /** The role on this cluster, whether it exists or is to be created; empty if none is named. */
  public Optional<RoleArn> arn(Cluster cluster) {
    return roleArn.or(() -> role.flatMap(created -> created.arn(cluster)));
  }
}
