package io.kfaws.katib;

import io.kfaws.text.Nearest;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the rules' hints have in common. */
final class Words {
  private Words() {}

  /**
   * "did you mean …?", or else all that could be meant.
   *
   * @param given what was written, if anything
   * @param title what the candidates are
   */
  static String meant(Optional<String> given, Collection<String> candidates, String title) {
    return given
        .flatMap(word -> Nearest.to(word, candidates))
        .map(word -> "did you mean " + word + "?")
        .orElse(
            title
                + ": "
                + candidates.stream().distinct().sorted().collect(Collectors.joining(", ")));
  }
}
