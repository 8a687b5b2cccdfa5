package io.kfaws.iam;

import java.util.List;
import java.util.Optional;

/**
 * What a statement leaves out, where it is about all the rest: {@code NotPrincipal}, {@code
 * NotAction}, {@code NotResource}.
 *
 * @param principal everyone but these
 * @param actions all actions but these; empty: the statement names its actions
 * @param resources all resources but these; empty: the statement names its resources, if any
 */
public record Except(Optional<Principal> principal, List<String> actions, List<String> resources) {
  /** Nothing is left out. */
  public static final Except NOTHING = new Except(Optional.empty(), List.of(), List.of());

  /** Copies the lists. */
  public Except {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
  }
}
