package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.aws.Wildcards;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A condition on a claim of tokens, {@code <issuer>:<claim>}.
 *
 * @param at where its key is
 * @param issuer the issuer that the key names, without {@code https://}
 * @param claim {@code sub}, {@code aud} or another one
 * @param match how the values are compared
 * @param values the values, of which one must hold
 * @param exact the values that stand for themselves
 * @param patterns the values that hold wildcards
 */
record Term(
    JsonPointer at,
    String issuer,
    String claim,
    Match match,
    List<PolicyFile.Value> values,
    Set<String> exact,
    List<Wildcards> patterns) {

  /** Copies the collections. */
  Term {
    values = List.copyOf(values);
    exact = Set.copyOf(exact);
    patterns = List.copyOf(patterns);
  }

  /** The terms of a statement. Keys such as {@code aws:SourceIp} are about no token. */
  static List<Term> of(PolicyFile file, PolicyFile.Placed placed) {
    List<Term> terms = new ArrayList<>();
    JsonPointer conditions = placed.at().appendProperty("Condition");
    placed
        .statement()
        .conditions()
        .forEach(
            (operator, keys) -> {
              for (String key : keys.keySet()) {
                int colon = key.lastIndexOf(':');
                if (colon > 0 && key.lastIndexOf('.', colon) > 0) {
                  JsonPointer at = conditions.appendProperty(operator).appendProperty(key);
                  String issuer = key.substring(0, colon);
                  String claim = key.substring(colon + 1).toLowerCase(Locale.ROOT);
                  terms.add(of(at, issuer, claim, Match.of(operator), file.values(at)));
                }
              }
            });
    return terms;
  }

  private static Term of(
      JsonPointer at, String issuer, String claim, Match match, List<PolicyFile.Value> values) {
    Set<String> exact = new HashSet<>();
    List<Wildcards> patterns = new ArrayList<>();
    for (PolicyFile.Value value : values) {
      Wildcards text = new Wildcards(value.text());
      if (text.isPattern()) {
        patterns.add(text);
      } else if (match == Match.EQUALS_IGNORING_CASE) {
        exact.add(value.text().toLowerCase(Locale.ROOT));
      } else {
        exact.add(value.text());
      }
    }
    return new Term(at, issuer, claim, match, values, exact, patterns);
  }

  /** Whether it is on this claim. */
  boolean isOn(String name) {
    return claim.equals(name);
  }

  /** Whether it says which values are let in, rather than which are not. */
  boolean isPositive() {
    return match != Match.OTHER;
  }

  /** The values' texts. */
  Stream<String> texts() {
    return values.stream().map(PolicyFile.Value::text);
  }

  /**
   * Whether a value is let in. Wildcards count under {@link Match#EQUALS}, too, although they never
   * match there: that is a finding of its own.
   */
  boolean admits(String value) {
    return exact.contains(value) || patterns.stream().anyMatch(pattern -> pattern.matches(value));
  }
}
