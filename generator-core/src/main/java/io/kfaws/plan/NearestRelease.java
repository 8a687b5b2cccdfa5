package io.kfaws.plan;

import io.kfaws.text.Nearest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The known release that is closest in number to one that is not known, because a release of the
 * same line, or else of the next one, is the one to move to; a slip of the pen where the text has
 * no number.
 */
final class NearestRelease {
  private static final Pattern NUMBER =
      Pattern.compile("v?([0-9]{1,4})\\.([0-9]{1,2})(?:\\.([0-9]{1,2}))?");
  private static final int PLACE = 100;

  private NearestRelease() {}

  static Optional<String> to(String name, List<String> known) {
    Optional<Integer> wanted = weight(name);
    if (wanted.isEmpty()) {
      return Nearest.to(name, known);
    }
    return known.stream()
        .min(Comparator.comparingInt(other -> Math.abs(weight(other).orElse(0) - wanted.get())));
  }

  /** A release as one number, each part of its name in two digits: v1.10.2 is 11002. */
  private static Optional<Integer> weight(String name) {
    Matcher parts = NUMBER.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int weight = 0;
    for (int part = 1; part <= parts.groupCount(); part++) {
      String digits = parts.group(part);
      weight = weight * PLACE + (digits == null ? 0 : Integer.parseInt(digits));
    }
    return Optional.of(weight);
  }
}
