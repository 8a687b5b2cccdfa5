package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.aws.OidcIssuer;
import io.kfaws.aws.ServiceAccount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A role beside its trust policy: whom it should let in, and whom it does.
 *
 * @param role the role
 * @param trust its trust policy
 * @param claim what the configuration claims of it
 * @param federations what the policy grants to the identities of any provider
 * @param refused the service accounts that should be let in and are not, each with the issuers
 *     whose tokens are refused
 * @param listed the subjects that are named without a wildcard, each with its first place
 */
record Trusting(
    Role role,
    PolicyFile trust,
    RoleExpectation claim,
    List<Federation> federations,
    SortedMap<ServiceAccount, List<String>> refused,
    SortedMap<String, JsonPointer> listed) {

  /** Copies the collections. */
  Trusting {
    federations = List.copyOf(federations);
    refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    listed = Collections.unmodifiableSortedMap(new TreeMap<>(listed));
  }

  /**
   * The role beside the policy.
   *
   * @param accounts who should be let in
   * @param issuers the issuers of their tokens; one that the policy does not know is a finding of
   *     its own and refuses nobody here
   */
  static Trusting of(
      Role role,
      PolicyFile trust,
      RoleExpectation claim,
      List<Account> accounts,
      List<OidcIssuer> issuers) {
    List<Federation> federations = Federation.of(trust);
    SortedMap<ServiceAccount, List<String>> refused = new TreeMap<>();
    for (OidcIssuer issuer : issuers) {
      List<Federation> own = of(issuer, federations).toList();
      for (Account account : own.isEmpty() ? List.<Account>of() : accounts) {
        String subject = account.name().subject();
        if (own.stream().noneMatch(federation -> federation.admits(subject))) {
          refused.computeIfAbsent(account.name(), a -> new ArrayList<>()).add(issuer.host());
        }
      }
    }
    SortedMap<String, JsonPointer> listed = new TreeMap<>();
    federations.stream()
        .filter(Federation::isOfCluster)
        .flatMap(Federation::subjects)
        .forEach(
            term ->
                term.values().stream()
                    .filter(value -> !value.isPattern())
                    .forEach(value -> listed.putIfAbsent(value.text(), value.at())));
    return new Trusting(role, trust, claim, federations, refused, listed);
  }

  private static Stream<Federation> of(OidcIssuer issuer, List<Federation> federations) {
    return federations.stream().filter(federation -> federation.host().equals(issuer.host()));
  }

  /** What the policy grants to the service accounts of clusters. */
  Stream<Federation> clusters() {
    return federations.stream().filter(Federation::isOfCluster);
  }

  /** Whether the policy knows this issuer. */
  boolean knows(OidcIssuer issuer) {
    return of(issuer, federations).findAny().isPresent();
  }
}
