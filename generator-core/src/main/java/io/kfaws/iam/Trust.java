package io.kfaws.iam;

import io.kfaws.aws.AccountId;
import io.kfaws.aws.OidcIssuer;
import io.kfaws.aws.Partition;
import io.kfaws.aws.ServiceAccount;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who may take a role through the service accounts of EKS clusters (IRSA): what a trust policy
 * says.
 *
 * <p>Source: EKS User Guide, "IAM roles for service accounts"; the order of issuers and subjects is
 * kept, since IAM keeps it.
 *
 * @param partition the role's
 * @param accountId the role's; the account has an identity provider for each issuer
 * @param issuers whose service accounts may take the role, at least one
 * @param audience what their tokens are made for, usually {@code sts.amazonaws.com}
 * @param subjects the service accounts of each issuer, or patterns of them, at least one
 */
public record Trust(
    Partition partition,
    AccountId accountId,
    List<OidcIssuer> issuers,
    String audience,
    List<ServiceAccount> subjects) {
  /** The action by which a pod takes a role. */
  public static final String ACTION = "sts:AssumeRoleWithWebIdentity";

  private static final int SHORTEST_SUBJECT = "system:serviceaccount:n:n".length();
  private static final String EQUALS = "StringEquals";
  private static final String LIKE = "StringLike";

  /**
   * Copies the lists, what occurs twice in them once.
   *
   * @throws IllegalArgumentException if one of them is empty: IAM takes no such policy
   */
  public Trust {
    issuers = List.copyOf(new LinkedHashSet<>(issuers));
    subjects = List.copyOf(new LinkedHashSet<>(subjects));
    if (issuers.isEmpty() || subjects.isEmpty()) {
      throw new IllegalArgumentException("a trust policy needs an issuer and a subject");
    }
  }

  /**
   * The policy: one statement for each issuer. Subjects are compared as they are written ({@code
   * StringEquals}); as soon as one is a pattern, by {@code StringLike}, to which the others mean
   * the same.
   */
  public Policy policy() {
    List<Statement> statements = new ArrayList<>();
    for (OidcIssuer issuer : issuers) {
      statements.add(
          new Statement(
              Optional.empty(),
              Effect.ALLOW,
              Optional.of(issuer.providerArn(partition, accountId)),
              List.of(ACTION),
              List.of(),
              conditions(issuer.host())));
    }
    return new Policy(statements);
  }

  private SortedMap<String, SortedMap<String, List<String>>> conditions(String host) {
    String operator = subjects.stream().anyMatch(ServiceAccount::isPattern) ? LIKE : EQUALS;
    SortedMap<String, SortedMap<String, List<String>>> conditions = new TreeMap<>();
    conditions.put(EQUALS, new TreeMap<>(Map.of(host + ":aud", List.of(audience))));
    conditions
        .computeIfAbsent(operator, like -> new TreeMap<>())
        .put(host + ":sub", subjects.stream().map(ServiceAccount::subject).toList());
    return conditions;
  }

  /** The same trust in the first of its subjects only. */
  public Trust first(int count) {
    return new Trust(partition, accountId, issuers, audience, subjects.subList(0, count));
  }

  /** The same trust in all but the first of its subjects. */
  public Trust after(int count) {
    int all = subjects.size();
    return new Trust(partition, accountId, issuers, audience, subjects.subList(count, all));
  }

  /** The characters that AWS counts, without white space. */
  public int size() {
    return policy().size();
  }

  /** Whether the policy keeps to a quota, in characters. */
  public boolean fits(int quota) {
    return size() <= quota;
  }

  /**
   * How many of its subjects, from the first one on, keep to a quota; 0 if not even one does. Each
   * further subject makes the policy longer, so the number is found by halving.
   */
  public int fitting(int quota) {
    int fitting = 0;
    int tooMany = Math.min(subjects.size(), quota / SHORTEST_SUBJECT) + 1;
    while (tooMany - fitting > 1) {
      int middle = (fitting + tooMany) >>> 1;
      if (first(middle).fits(quota)) {
        fitting = middle;
      } else {
        tooMany = middle;
      }
    }
    return fitting;
  }
}
