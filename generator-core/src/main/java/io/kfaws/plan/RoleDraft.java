package io.kfaws.plan;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.aws.PolicyArn;
import io.kfaws.aws.RoleArn;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.iam.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A role while its mentions in the configuration are gathered. */
final class RoleDraft {
  private final RoleArn arn;
  private final JsonPointer at;
  private final SortedSet<String> uses = new TreeSet<>();
  private final Set<ServiceAccount> subjects = new LinkedHashSet<>();
  private final Set<ServiceAccount> external = new LinkedHashSet<>();
  private final Set<String> allowBroad = new TreeSet<>();
  private final SortedMap<String, Policy> policies = new TreeMap<>();
  private final Set<PolicyArn> managedPolicies = new LinkedHashSet<>();
  private final SortedSet<String> profiles = new TreeSet<>();
  private final Map<JsonPointer, RoleArn> otherwise = new LinkedHashMap<>();
  private final List<PlannedRole.Copy> copies = new ArrayList<>();
  private final SecretAccess secrets = new SecretAccess();

  RoleDraft(RoleArn arn, JsonPointer at) {
    this.arn = arn;
    this.at = at;
  }

  /** The configuration names the role here, perhaps otherwise than before. */
  void named(RoleArn name, JsonPointer here) {
    if (!name.equals(arn)) {
      otherwise.put(here, name);
    }
  }

  void use(String use) {
    uses.add(use);
  }

  void subject(ServiceAccount account) {
    subjects.add(account);
  }

  /** An account that kfaws does not annotate. */
  void external(ServiceAccount account) {
    subjects.add(account);
    external.add(account);
  }

  void policy(String name, Policy policy) {
    policies.put(name, policy);
  }

  /** What it may read, to add to. */
  SecretAccess secrets() {
    return secrets;
  }

  void managed(List<PolicyArn> arns) {
    managedPolicies.addAll(arns);
  }

  void allow(List<String> broad) {
    allowBroad.addAll(broad);
  }

  void profile(String name) {
    profiles.add(name);
  }

  /** The configuration names a copy of the trust policy here. */
  void trustPolicy(JsonPointer here, String file) {
    copies.add(new PlannedRole.Copy(here, file));
  }

  PlannedRole role() {
    return new PlannedRole(
        arn,
        at,
        otherwise,
        uses,
        subjects,
        external,
        allowBroad,
        policies,
        managedPolicies,
        profiles,
        copies.stream().findFirst());
  }
}
