package io.kfaws.installation;

import java.util.Optional;

/**
 * Who works in somebody else's profile (Kubeflow's access management: a RoleBinding, and an Istio
 * AuthorizationPolicy that lets the requests in).
 *
 * @param kind what it is
 * @param name its name, as the cluster's login knows it
 * @param namespace where a service account lives; a user or a group lives in none
 * @param role what it may do
 */
public record Contributor(
    Subject.Kind kind, String name, Optional<DnsLabel> namespace, ContributorRole role) {

  /** Who it is, whatever it may do. */
  public Subject subject() {
    return new Subject(kind, name, namespace);
  }
}
