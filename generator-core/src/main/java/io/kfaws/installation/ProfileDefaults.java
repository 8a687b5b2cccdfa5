package io.kfaws.installation;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What profiles have in common. The reader has merged it into each profile already; it is kept so
 * that a configuration can be told again as it was.
 *
 * @param contributors who works in every profile
 * @param quota the hard limits of every profile's ResourceQuota
 * @param namespace every namespace's labels and annotations
 * @param identity what every profile's pods are to AWS; it may leave the role to the profiles
 */
public record ProfileDefaults(
    List<Contributor> contributors,
    SortedMap<String, String> quota,
    NamespaceMeta namespace,
    Optional<ProfileIdentity> identity) {
  /** Copies the collections. */
  public ProfileDefaults {
    contributors = List.copyOf(contributors);
    quota = Collections.unmodifiableSortedMap(new TreeMap<>(quota));
  }
}
