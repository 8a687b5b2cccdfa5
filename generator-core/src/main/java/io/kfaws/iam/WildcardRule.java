package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.aws.ServiceAccount;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A subject holds a wildcard only where the configuration asks for it ({@code wildcard-subject}),
 * and where it is one ({@code wildcard-never-matches}): to StringEquals an asterisk is an asterisk.
 */
record WildcardRule() implements GraphRule {
  private static final String ID = "wildcard-never-matches";

  @Override
  public void validate(Inspection inspection, Consumer<Diagnostic> findings) {
    for (Trusting trusting : inspection.trusting().values()) {
      Set<String> claimed =
          trusting.claim().external().stream()
              .filter(ServiceAccount::isPattern)
              .map(ServiceAccount::subject)
              .collect(Collectors.toSet());
      trusting
          .clusters()
          .flatMap(Federation::subjects)
          .forEach(
              term -> {
                neverMatches(trusting.trust(), term, findings);
                validate(trusting.trust(), term, claimed, findings);
              });
    }
  }

  /** The subjects of a term that are compared as they are written. */
  static void neverMatches(PolicyFile trust, Term term, Consumer<Diagnostic> findings) {
    for (PolicyFile.Value value : term.values()) {
      if (value.isPattern() && term.match() != Match.LIKE) {
        findings.accept(
            trust.error(
                ID,
                value.at(),
                Words.quoted(value.text())
                    + " matches no service account: it is compared as it is written",
                "compare it by StringLike"));
      }
    }
  }

  /** The values of other keys that are compared so; what they are for is not known here. */
  static void conditions(PolicyFile policy, Consumer<Diagnostic> findings) {
    for (PolicyFile.Placed placed : policy.statements()) {
      JsonPointer at = placed.at().appendProperty("Condition");
      placed
          .statement()
          .conditions()
          .forEach(
              (operator, keys) -> {
                if (Operators.bare(operator).startsWith("StringEquals")) {
                  JsonPointer compared = at.appendProperty(operator);
                  keys.keySet().stream()
                      .filter(key -> !key.toLowerCase(Locale.ROOT).endsWith(":sub"))
                      .flatMap(key -> policy.values(compared.appendProperty(key)).stream())
                      .filter(value -> value.text().contains("*"))
                      .forEach(
                          value ->
                              findings.accept(
                                  policy.warning(
                                      ID,
                                      value.at(),
                                      Words.quoted(value.text())
                                          + " is compared as it is written: * is no wildcard here",
                                      "compare it by StringLike")));
                }
              });
    }
  }

  private static void validate(
      PolicyFile trust, Term term, Set<String> claimed, Consumer<Diagnostic> findings) {
    for (PolicyFile.Value value : term.values()) {
      if (value.isPattern() && term.match() == Match.LIKE && !claimed.contains(value.text())) {
        findings.accept(
            trust.error(
                "wildcard-subject",
                value.at(),
                Words.quoted(value.text()) + " trusts service accounts that nobody has named",
                "name them, or ask for the pattern under roles[].serviceAccounts with wildcard:"
                    + " true"));
      }
    }
  }
}
