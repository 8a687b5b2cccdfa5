package io.kfaws.katib;

import java.util.Optional;
import java.util.SortedSet;

/** The algorithms are ones that the installation knows. */
record AlgorithmRule(KnownAlgorithms known) implements ExperimentRule {
  @Override
  public void validate(Experiment experiment, Findings findings) {
    ExperimentSpec spec = experiment.spec();
    validate("algorithm", spec.algorithm(), known.search(), findings);
    spec.earlyStopping()
        .ifPresent(
            stopping -> validate("earlyStopping", stopping, known.earlyStopping(), findings));
  }

  private static void validate(
      String key, Algorithm algorithm, SortedSet<String> names, Findings findings) {
    String name = algorithm.algorithmName();
    if (!names.contains(name)) {
      findings.error(
          "unknown-algorithm",
          SPEC.appendProperty(key).appendProperty("algorithmName"),
          "Katib has no service for \"" + name + "\"",
          Words.meant(Optional.of(name), names, "known"));
    }
  }
}
