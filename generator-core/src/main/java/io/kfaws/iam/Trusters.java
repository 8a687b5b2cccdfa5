package io.kfaws.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whom else a role lets in, besides the service accounts of clusters. */
final class Trusters {
  private Trusters() {}

  /** Their ids after their kind, such as {@code Service ec2.amazonaws.com}; sorted. */
  static Set<String> of(Role role) {
    Set<String> others = new TreeSet<>();
    role.trust()
        .ifPresent(
            trust ->
                trust
                    .policy()
                    .statements()
                    .forEach(
                        statement -> {
                          if (statement.effect() == Effect.ALLOW) {
                            statement.principal().ifPresent(who -> others.addAll(ids(who)));
                            statement
                                .except()
                                .principal()
                                .ifPresent(who -> others.add("everyone but some"));
                          }
                        }));
    role.trust()
        .ifPresent(
            trust ->
                Federation.of(trust).stream()
                    .filter(Federation::isOfCluster)
                    .forEach(
                        federation -> others.remove(Principal.FEDERATED + " " + federation.id())));
    return others;
  }

  private static List<String> ids(Principal principal) {
    List<String> ids = new ArrayList<>();
    if (principal.ids().isEmpty()) {
      ids.add("everyone");
    }
    principal.ids().forEach((kind, list) -> list.forEach(id -> ids.add(kind + " " + id)));
    return ids;
  }

  /** The issuers of the clusters whose service accounts a role lets in; sorted. */
  static Set<String> issuers(Role role) {
    return role.trust().stream()
        .flatMap(trust -> Federation.of(trust).stream())
        .filter(Federation::isOfCluster)
        .map(Federation::host)
        .filter(host -> !host.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
