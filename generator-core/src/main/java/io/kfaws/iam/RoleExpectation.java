package io.kfaws.iam;

import io.kfaws.aws.RoleArn;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.text.Document;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the configuration claims of one role.
 *
 * @param role the role
 * @param trustPolicy the copy of a trust policy that the user keeps himself
 * @param external the service accounts outside the generated files that take the role, each of
 *     which it must trust; patterns are wildcards that were asked for
 * @param allowBroad the actions and resources that were asked for by name although they are broad,
 *     as they are written: {@code s3:*}, {@code *}
 */
public record RoleExpectation(
    RoleArn role,
    Optional<Document> trustPolicy,
    Set<ServiceAccount> external,
    Set<String> allowBroad) {

  /** Copies the sets, sorted. */
  public RoleExpectation {
    external = sorted(external);
    allowBroad = sorted(allowBroad);
  }

  /** Nothing but that there is the role. */
  static RoleExpectation nothing(RoleArn role) {
    return new RoleExpectation(role, Optional.empty(), Set.of(), Set.of());
  }

  /** Both claims of one role. */
  RoleExpectation and(RoleExpectation other) {
    SortedSet<ServiceAccount> accounts = new TreeSet<>(external);
    accounts.addAll(other.external);
    SortedSet<String> broad = new TreeSet<>(allowBroad);
    broad.addAll(other.allowBroad);
    return new RoleExpectation(role, trustPolicy.or(other::trustPolicy), accounts, broad);
  }

  private static <T extends Comparable<T>> SortedSet<T> sorted(Set<T> set) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }
}
