package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Location;
import io.kfaws.aws.RoleArn;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.text.Document;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A role of the installation.
 *
 * @param arn its ARN
 * @param entry the document that lists it
 * @param trust its trust policy; absent if it could not be read, which is a finding of the graph
 * @param policies the permission policies that are generated for it
 * @param managedPolicies the ARNs of the managed policies that are attached to it
 */
public record Role(
    RoleArn arn,
    Document entry,
    Optional<PolicyFile> trust,
    List<PolicyFile> policies,
    List<String> managedPolicies) {

  private static final JsonPointer ARN = JsonPointer.compile("/arn");

  /** Copies the lists. */
  public Role {
    policies = List.copyOf(policies);
    managedPolicies = List.copyOf(managedPolicies);
  }

  /** Where it is listed. */
  public Location location() {
    return entry.at(ARN);
  }

  /** The namespaces of the service accounts that its trust policy names. */
  public SortedSet<String> namespaces() {
    return trust.stream()
        .flatMap(policy -> Federation.of(policy).stream())
        .flatMap(Federation::subjects)
        .flatMap(Term::texts)
        .flatMap(subject -> ServiceAccount.ofSubject(subject).stream())
        .map(ServiceAccount::namespace)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
