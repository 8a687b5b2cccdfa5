package io.kfaws;

import io.kfaws.aws.RoleArn;
import io.kfaws.iam.Expectations;
import io.kfaws.iam.Graph;
import io.kfaws.iam.PolicyFile;
import io.kfaws.iam.Role;
import io.kfaws.kube.Bundle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is left to the user once Profiles have gone from the files.
 *
 * <p>Their annotations keep Argo CD and Flux from deleting them, so nothing happens in the cluster
 * until somebody deletes them by hand. The Profile controller made neither of the two objects: the
 * namespace is a generated one, and so it is not deleted along with the Profile.
 *
 * <p>Their roles stay in AWS, too. The configuration has forgotten them, so they are known from the
 * files that the run replaced: what these do not describe is not named.
 */
public final class LastSteps {
  private static final String FOLDER = "iam/";
  private static final Expectations NONE = new Expectations(List.of(), "", 0, List.of());

  private LastSteps() {}

  /**
   * The lines to print after a run that let Profiles go, none where it let none go.
   *
   * @param profiles the names of these Profiles
   * @param generation what was applied
   * @param applied what that changed
   */
  public static List<String> afterDeletionOf(
      Collection<String> profiles, Generation generation, Applied applied) {
    if (profiles.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(inTheCluster(profiles));
    Set<String> kept =
        generation.graph().roles().values().stream()
            .map(role -> role.arn().key())
            .collect(Collectors.toSet());
    for (Role role : rolesBefore(applied)) {
      Set<String> users = role.namespaces();
      users.retainAll(profiles);
      if (!users.isEmpty() && !kept.contains(role.arn().key())) {
        lines.addAll(inAws(role, users));
      }
    }
    return lines;
  }

  /** The roles of the pages that changed, as they were before. */
  private static Collection<Role> rolesBefore(Applied applied) {
    SortedMap<String, String> before = new TreeMap<>();
    applied.changes().stream()
        .filter(change -> change.kind() != Change.Kind.ADDED && change.path().startsWith(FOLDER))
        .forEach(change -> before.put(change.path(), change.before()));
    return Graph.of(Bundle.of(before), NONE).roles().values();
  }

  private static List<String> inAws(Role role, Set<String> users) {
    RoleArn arn = role.arn();
    String account = arn.accountId().text();
    String which = " --role-name " + arn.name();
    List<String> commands = new ArrayList<>();
    commands.add(
        "test \"$(aws sts get-caller-identity --query Account --output text)\" = " + account);
    for (PolicyFile policy : role.policies()) {
      commands.add("aws iam delete-role-policy" + which + " --policy-name " + policy.name());
    }
    for (String policy : role.managedPolicies()) {
      commands.add("aws iam detach-role-policy" + which + " --policy-arn " + policy);
    }
    List<String> lines = new ArrayList<>();
    lines.add("Role " + arn + " of " + named(users) + " is still in AWS.");
    lines.add("To delete it, with credentials of account " + account + ":");
    commands.forEach(command -> lines.add("  " + command + " &&"));
    lines.add("  aws iam delete-role" + which);
    return lines;
  }

  private static String named(Collection<String> profiles) {
    return (profiles.size() == 1 ? "Profile " : "Profiles ") + String.join(", ", profiles);
  }

  private static List<String> inTheCluster(Collection<String> profiles) {
    TreeSet<String> sorted = new TreeSet<>(profiles);
    String names = String.join(" ", sorted);
    return List.of(
        named(sorted)
            + (sorted.size() == 1 ? " and its namespace are" : " and their namespaces are")
            + " still in the cluster: annotations keep Argo CD and Flux from deleting them.",
        "To delete them, with all that is in the namespaces:",
        "  kubectl delete profile " + names,
        "  kubectl delete namespace " + names);
  }
}
