package io.kfaws.katib;

import java.util.List;

/**
 * The algorithms of the user's own: katib-config may name any service, for the search and for early
 * stopping.
 *
 * @param names their names in katib-config
 * @param areAll whether there are no others, so that an unknown algorithm is an error
 */
public record OwnAlgorithms(List<String> names, boolean areAll) {
  /** There are none. */
  public static final OwnAlgorithms NONE = new OwnAlgorithms(List.of(), true);

  /** Copies the list. */
  public OwnAlgorithms {
    names = List.copyOf(names);
  }
}
