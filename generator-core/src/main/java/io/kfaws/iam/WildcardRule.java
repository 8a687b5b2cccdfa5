package io.kfaws.iam;

import io.kfaws.Diagnostic;
import io.kfaws.aws.ServiceAccount;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A subject holds a wildcard only where the configuration asks for it ({@code wildcard-subject}),
 * and where it is one ({@code wildcard-never-matches}): to StringEquals an asterisk is an asterisk.
 */
record WildcardRule() implements GraphRule {
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
          .forEach(term -> validate(trusting.trust(), term, claimed, findings));
    }
  }

  private static void validate(
      PolicyFile trust, Term term, Set<String> claimed, Consumer<Diagnostic> findings) {
    for (PolicyFile.Value value : term.values()) {
      if (value.isPattern() && term.match() != Match.LIKE) {
        findings.accept(
            trust.error(
                "wildcard-never-matches",
                value.at(),
                Words.quoted(value.text())
                    + " matches no service account: it is compared as it"
                    + " is written",
                "compare it by StringLike"));
      } else if (value.isPattern() && !claimed.contains(value.text())) {
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
