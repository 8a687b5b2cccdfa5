package io.kfaws.iam;

import io.kfaws.aws.RoleArn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The graph beside the claims: what the rules look at.
 *
 * @param graph the graph
 * @param expectations what the configuration claims
 * @param byRole what it claims of each role, by ARN
 * @param trusting the roles whose trust policy could be read, by ARN
 * @param listedBy which of them name a subject without a wildcard, by subject
 */
record Inspection(
    Graph graph,
    Expectations expectations,
    Map<String, RoleExpectation> byRole,
    SortedMap<String, Trusting> trusting,
    Map<String, List<String>> listedBy) {

  /** Copies the collections. */
  Inspection {
    byRole = Map.copyOf(byRole);
    trusting = Collections.unmodifiableSortedMap(new TreeMap<>(trusting));
    listedBy = Map.copyOf(listedBy);
  }

  static Inspection of(Graph graph, Expectations expectations) {
    Map<String, RoleExpectation> byRole = expectations.byRole();
    Map<String, List<Account>> accounts = owned(graph);
    SortedMap<String, Trusting> trusting = new TreeMap<>();
    Map<String, List<String>> listedBy = new HashMap<>();
    graph
        .roles()
        .forEach(
            (arn, role) -> {
              RoleExpectation claim =
                  Optional.ofNullable(byRole.get(arn)).orElse(RoleExpectation.nothing(role.arn()));
              List<Account> own = accounts.getOrDefault(arn, List.of());
              role.trust()
                  .map(trust -> Trusting.of(role, trust, claim, own, expectations.issuers()))
                  .ifPresent(it -> trusting.put(arn, it));
            });
    trusting.forEach(
        (arn, it) ->
            it.listed()
                .keySet()
                .forEach(s -> listedBy.computeIfAbsent(s, first -> new ArrayList<>()).add(arn)));
    return new Inspection(graph, expectations, byRole, trusting, listedBy);
  }

  /** The accounts of each role; one that has two roles is a finding of its own and none's. */
  private static Map<String, List<Account>> owned(Graph graph) {
    Map<String, List<Account>> owned = new HashMap<>();
    for (Account account : graph.accounts().values()) {
      if (account.roles().size() == 1) {
        owned.computeIfAbsent(account.roles().first(), arn -> new ArrayList<>()).add(account);
      }
    }
    return owned;
  }

  /** What the configuration claims of a role. */
  RoleExpectation claim(RoleArn role) {
    return Optional.ofNullable(byRole.get(role.toString())).orElse(RoleExpectation.nothing(role));
  }

  /** Whether this role's trust policy could be read and lets the account in. */
  boolean isTrusted(Account account, String role) {
    return Optional.ofNullable(trusting.get(role))
        .map(it -> !it.refused().containsKey(account.name()))
        .orElse(false);
  }
}
