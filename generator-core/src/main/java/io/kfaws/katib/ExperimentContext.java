package io.kfaws.katib;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an experiment finds where it runs.
 *
 * @param quota the hard limits of the namespace's ResourceQuota; empty: none
 * @param serviceAccount who its trials' pods are to be, if somebody has said it
 * @param isUnderFlux whether an object of Flux' is beside it, so that Flux may apply it
 */
public record ExperimentContext(
    SortedMap<String, String> quota, Optional<String> serviceAccount, boolean isUnderFlux) {

  /** Where nothing is known of Flux. */
  public ExperimentContext(SortedMap<String, String> quota, Optional<String> serviceAccount) {
    this(quota, serviceAccount, false);
  }

  /** Copies the map. */
  public ExperimentContext {
    quota = Collections.unmodifiableSortedMap(new TreeMap<>(quota));
  }
}
