package io.kfaws;

import java.time.Duration;
import java.util.Optional;

/**
 * How overlays are built for a proof.
 *
 * @param engine the kustomize or kubectl that builds, by name or path; absent: the first of the two
 *     that the PATH has
 * @param timeout how long one build may take; a remote base is cloned first
 */
public record ProveOptions(Optional<String> engine, Duration timeout) {
  /** The program of the PATH, and ten minutes for a build. */
  public static final ProveOptions DEFAULT =
      new ProveOptions(Optional.empty(), Duration.ofMinutes(10));

  /**
   * Refuses what no build could keep.
   *
   * @throws IllegalArgumentException if the timeout is not positive
   */
  public ProveOptions {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("a timeout above zero is expected, not " + timeout);
    }
  }
}
