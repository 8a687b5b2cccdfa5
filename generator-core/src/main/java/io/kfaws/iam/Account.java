package io.kfaws.iam;

import io.kfaws.aws.RoleArn;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.aws.Wildcards;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service account that is said to take a role, or that the configuration says to take one.
 *
 * @param name the service account; a pattern where the configuration asks for one
 * @param annotations where the generated files tell it
 * @param users who uses it, as the generated files say
 * @param claimed the ARNs of the roles that it takes as one from outside the generated files
 */
public record Account(
    ServiceAccount name,
    List<Annotation> annotations,
    List<String> users,
    SortedSet<String> claimed) {

  /** Copies the collections. */
  public Account {
    annotations = List.copyOf(annotations);
    users = List.copyOf(users);
    claimed = Collections.unmodifiableSortedSet(new TreeSet<>(claimed));
  }

  /** The ARNs of the roles that it is said to take: one, unless something is wrong. */
  public SortedSet<String> roles() {
    return Stream.concat(annotations.stream().flatMap(Account::arn), claimed.stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> arn(Annotation annotation) {
    return annotation.role().stream().map(RoleArn::toString);
  }

  /** Whose pods run as it, or who else takes its role, as far as kfaws knows. */
  public List<String> pods() {
    return Stream.concat(Workloads.known().of(name).stream(), users.stream()).distinct().toList();
  }

  /** Whether it is of a namespace, or a pattern that may be. */
  boolean isOf(String namespace) {
    return new Wildcards(name.namespace()).matches(namespace);
  }
}
