package io.kfaws.iam;

import io.kfaws.Diagnostic;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tokens are made for the audience that the trust policies ask for ({@code
 * trust-audience-mismatch}). The EKS webhook makes them for {@value Expectations#USUAL_AUDIENCE}
 * where an annotation does not say otherwise.
 */
record AudienceRule() implements GraphRule {
  private static final String ID = "trust-audience-mismatch";

  @Override
  public void validate(Inspection inspection, Consumer<Diagnostic> findings) {
    String audience = inspection.expectations().audience();
    Set<String> hosts = new HashSet<>();
    inspection.expectations().issuers().forEach(issuer -> hosts.add(issuer.host()));
    for (Trusting trusting : inspection.trusting().values()) {
      trusting
          .clusters()
          .filter(federation -> hosts.contains(federation.host()))
          .forEach(federation -> policy(trusting.trust(), federation, audience, findings));
    }
    for (Account account : inspection.graph().accounts().values()) {
      token(account, audience).ifPresent(findings);
    }
  }

  private static void policy(
      PolicyFile trust, Federation federation, String audience, Consumer<Diagnostic> findings) {
    List<Term> terms = federation.audiences().toList();
    String right = "write \"" + federation.host() + ":aud\": \"" + audience + "\"";
    if (terms.isEmpty()) {
      findings.accept(
          trust.warning(
              ID, federation.statement(), "trusts tokens that are made for any audience", right));
    }
    for (Term term : terms) {
      if (!term.admits(audience)) {
        findings.accept(
            trust.error(
                ID,
                term.at(),
                "AWS refuses the pods: their tokens are made for " + audience,
                right + ", or set identity.audience"));
      }
    }
  }

  private static Optional<Diagnostic> token(Account account, String audience) {
    List<Annotation> annotations = account.annotations();
    Optional<Annotation> wrong =
        annotations.stream()
            .filter(it -> it.audience().isPresent() && !it.audience().get().equals(audience))
            .findFirst();
    if (wrong.isPresent()) {
      return wrong.map(
          it ->
              Diagnostic.error(
                  ID,
                  it.location(),
                  it.path(),
                  "the tokens of "
                      + account.name()
                      + " are made for "
                      + Words.oneLine(it.audience().orElse(""))
                      + ", the role wants "
                      + audience,
                  "annotate it with eks.amazonaws.com/audience: " + audience));
    }
    boolean isSaid = annotations.stream().anyMatch(it -> it.audience().isPresent());
    return audience.equals(Expectations.USUAL_AUDIENCE) || isSaid || annotations.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.warning(
                ID,
                annotations.get(0).location(),
                annotations.get(0).path(),
                "the tokens of "
                    + account.name()
                    + " are made for "
                    + Expectations.USUAL_AUDIENCE
                    + " unless the cluster's webhook is configured otherwise, the role wants "
                    + audience,
                "annotate it with eks.amazonaws.com/audience: " + audience));
  }
}
