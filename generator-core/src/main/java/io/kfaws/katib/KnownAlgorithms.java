package io.kfaws.katib;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The algorithms that an installation of Katib has a service for, as its ConfigMap {@code
 * katib-config} lists them.
 *
 * @param search the algorithms that look for the next trial
 * @param earlyStopping the algorithms that look for trials to stop
 */
public record KnownAlgorithms(SortedSet<String> search, SortedSet<String> earlyStopping) {

  /** Copies the sets. */
  public KnownAlgorithms {
    search = Collections.unmodifiableSortedSet(new TreeSet<>(search));
    earlyStopping = Collections.unmodifiableSortedSet(new TreeSet<>(earlyStopping));
  }

  /** What Katib brings (0.19). */
  public static KnownAlgorithms ofKatib() {
    return new KnownAlgorithms(
        new TreeSet<>(AlgorithmFacts.SEARCH.keySet()),
        new TreeSet<>(AlgorithmFacts.EARLY_STOPPING.keySet()));
  }

  /** These and one of your own that looks for the next trial. */
  public KnownAlgorithms with(String algorithm) {
    SortedSet<String> more = new TreeSet<>(search);
    more.add(algorithm);
    return new KnownAlgorithms(more, earlyStopping);
  }
}
