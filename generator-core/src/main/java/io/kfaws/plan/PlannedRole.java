package io.kfaws.plan;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.aws.PolicyArn;
import io.kfaws.aws.RoleArn;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.iam.Policy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * An IAM role of the installation, and all that the configuration says of it, in however many
 * places.
 *
 * @param arn the role
 * @param at where the configuration names it first
 * @param otherwise where the configuration gives another ARN to the account's role of this name
 * @param uses what of the installation takes it: pipelines, secretsReader, roles
 * @param subjects the service accounts that take it, in the order of the configuration
 * @param external those of them that others annotate
 * @param allowBroad the broad actions and resources that the configuration allows it, by name
 * @param policies its inline policies, by name
 * @param managedPolicies its managed policies
 * @param profiles the profiles that take it
 * @param trustPolicy the copy of its trust policy, if that is kept elsewhere
 */
record PlannedRole(
    RoleArn arn,
    JsonPointer at,
    Map<JsonPointer, RoleArn> otherwise,
    SortedSet<String> uses,
    Set<ServiceAccount> subjects,
    Set<ServiceAccount> external,
    Set<String> allowBroad,
    SortedMap<String, Policy> policies,
    Set<PolicyArn> managedPolicies,
    SortedSet<String> profiles,
    Optional<Copy> trustPolicy) {

  /**
   * A copy of a trust policy that the configuration names; all places that name one name the same.
   *
   * @param at where it does
   * @param file the file, beside the configuration
   */
  record Copy(JsonPointer at, String file) {}

  /** Whether nothing of the installation itself takes it. */
  boolean isOfProfilesOnly() {
    return subjects.stream().allMatch(subject -> profiles.contains(subject.namespace()));
  }

  /** Whether kfaws writes its trust policy. */
  boolean isTrustOurs() {
    return trustPolicy.isEmpty();
  }
}
