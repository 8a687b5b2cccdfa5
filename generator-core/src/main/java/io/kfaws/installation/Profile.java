package io.kfaws.installation;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One Kubeflow profile, {@code profileDefaults} merged in: a namespace with an owner (Kubeflow,
 * kubeflow.org/v1, {@code Profile}). Whoever deletes the profile deletes the namespace.
 *
 * @param name the profile's name and its namespace's
 * @param owner who it belongs to
 * @param defaults whether {@code profileDefaults} were merged in
 * @param contributors who else works in it
 * @param quota the hard limits of its ResourceQuota by resource, as Kubernetes' quantities; empty:
 *     no quota
 * @param namespace the namespace's labels and annotations
 * @param identity what its pods are to AWS; absent: nothing
 */
public record Profile(
    DnsLabel name,
    Subject owner,
    boolean defaults,
    List<Contributor> contributors,
    SortedMap<String, String> quota,
    NamespaceMeta namespace,
    Optional<ProfileIdentity> identity) {
  /** Copies the collections. */
  public Profile {
    contributors = List.copyOf(contributors);
    quota = Collections.unmodifiableSortedMap(new TreeMap<>(quota));
  }
}
