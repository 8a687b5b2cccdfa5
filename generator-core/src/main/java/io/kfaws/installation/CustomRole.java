package io.kfaws.installation;

import io.kfaws.aws.RoleArn;
import java.util.List;
import java.util.Optional;

/**
 * A role for service accounts that are not kfaws' own, such as those of AWS' controllers for
 * Kubernetes. Exactly one of {@code roleArn} and {@code role} is there.
 *
 * @param roleArn the role, if it exists
 * @param role the role, if it is to be created; it has a name and is not scoped
 * @param serviceAccounts who may take it
 * @param trustPolicy the file that holds a copy of an existing role's trust policy, relative to the
 *     configuration, where the policy is kept elsewhere; it is checked and not generated
 */
public record CustomRole(
    Optional<RoleArn> roleArn,
    Optional<NewRole> role,
    List<TrustedAccount> serviceAccounts,
    Optional<String> trustPolicy) {
  /** Copies the list. */
  public CustomRole {
    serviceAccounts = List.copyOf(serviceAccounts);
  }

  /** The role on this cluster, whether it exists or is to be created; empty if none is named. */
  public Optional<RoleArn> arn(Cluster cluster) {
    return roleArn.or(() -> role.flatMap(created -> created.arn(cluster)));
  }
}
