package io.kfaws;

import java.util.List;
import java.util.Optional;

/**
 * What kfaws judges by: each {@link Diagnostic} names one rule.
 *
 * @param id the stable id in kebab case, for example {@code unknown-key}
 * @param title what is wrong, in one line
 * @param severities how much it weighs; both, where it depends on what was found
 * @param area the part of kfaws' work that it belongs to, for example {@code secrets}
 * @param about what is judged, why it matters in the cluster or in AWS, and what to do
 * @param source where the fact is from; {@code kfaws} where the format is its own
 * @param shared why more than one package judges by it; absent if one does
 * @param unreachable why no case of the tests shows it; absent if one does
 */
public record Rule(
    String id,
    String title,
    List<Severity> severities,
    String area,
    String about,
    String source,
    Optional<String> shared,
    Optional<String> unreachable) {

  /** Copies the list. */
  public Rule {
    severities = List.copyOf(severities);
  }
}
