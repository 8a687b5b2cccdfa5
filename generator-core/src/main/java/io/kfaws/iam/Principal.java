package io.kfaws.iam;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whom a statement is about: ids by their kind ({@code AWS}, {@code CanonicalUser}, {@code
 * Federated}, {@code Service}), or everyone, written {@code "*"}.
 *
 * <p>Source: IAM User Guide, "AWS JSON policy elements: Principal".
 *
 * @param ids ids by kind; empty: everyone
 */
public record Principal(SortedMap<String, List<String>> ids) {
  /** The kind of identity providers. */
  public static final String FEDERATED = "Federated";

  /** Everyone: {@code "*"}. */
  public static final Principal EVERYONE = new Principal(Collections.emptySortedMap());

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if a kind has no ids
   */
  public Principal {
    SortedMap<String, List<String>> copy = new TreeMap<>();
    ids.forEach((kind, list) -> copy.put(kind, List.copyOf(list)));
    if (copy.containsValue(List.of())) {
      throw new IllegalArgumentException("a kind of principal without an id");
    }
    ids = Collections.unmodifiableSortedMap(copy);
  }

  /** Whom this identity provider vouches for. */
  public static Principal federated(String provider) {
    return new Principal(new TreeMap<>(Map.of(FEDERATED, List.of(provider))));
  }

  /** The ids of this kind; none if there is no such kind. */
  public List<String> ids(String kind) {
    return ids.getOrDefault(kind, List.of());
  }

  /** Whether it is everyone, written one way or the other. */
  public boolean isEveryone() {
    return ids.isEmpty() || ids("AWS").contains("*");
  }
}
