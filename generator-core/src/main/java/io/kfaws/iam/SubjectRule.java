package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.aws.ServiceAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A trust policy names exactly the service accounts that take the role: none of them is missing
 * ({@code account-not-trusted}), none is named that is nowhere ({@code no-such-service-account}) or
 * has another role ({@code trusts-account-of-another-role}).
 */
record SubjectRule() implements GraphRule {
  @Override
  public void validate(Inspection inspection, Consumer<Diagnostic> findings) {
    for (Trusting trusting : inspection.trusting().values()) {
      SortedMap<String, JsonPointer> strays = new TreeMap<>();
      trusting
          .listed()
          .forEach((subject, at) -> stray(inspection, trusting, subject, at, strays, findings));
      SortedMap<ServiceAccount, List<String>> refused = trusting.refused();
      boolean isSlip = refused.size() == 1 && strays.size() == 1;
      refused.forEach(
          (account, issuers) ->
              findings.accept(
                  notTrusted(
                      inspection, trusting, account, issuers, isSlip ? strays : new TreeMap<>())));
      if (!isSlip) {
        strays.forEach((subject, at) -> findings.accept(nobody(trusting.trust(), subject, at)));
      }
    }
  }

  /** What is to be said of a subject that is no account of this role. */
  private static void stray(
      Inspection inspection,
      Trusting trusting,
      String subject,
      JsonPointer at,
      SortedMap<String, JsonPointer> strays,
      Consumer<Diagnostic> findings) {
    Optional<Account> account =
        ServiceAccount.ofSubject(subject)
            .flatMap(name -> Optional.ofNullable(inspection.graph().accounts().get(name)));
    String role = trusting.role().arn().toString();
    if (account.isEmpty()) {
      strays.put(subject, at);
    } else if (!account.get().roles().contains(role)) {
      // Who is said to take a role that does not trust him, or that is none, is a finding there.
      account.get().roles().stream()
          .filter(other -> inspection.isTrusted(account.get(), other))
          .findFirst()
          .ifPresent(other -> findings.accept(twoRoles(trusting.trust(), subject, at, other)));
    }
  }

  private static Diagnostic twoRoles(
      PolicyFile trust, String subject, JsonPointer at, String other) {
    return trust.error(
        "trusts-account-of-another-role",
        at,
        Words.quoted(subject) + " takes role " + other + ", which trusts it",
        "a service account has one role: remove the subject here");
  }

  /** The subjects of a term, patterns too, that no service account has. */
  static void form(PolicyFile trust, Term term, Consumer<Diagnostic> findings) {
    for (PolicyFile.Value value : term.values()) {
      if (!ServiceAccount.canBeSubject(value.text())) {
        findings.accept(nobody(trust, value.text(), value.at()));
      }
    }
  }

  private static Diagnostic nobody(PolicyFile trust, String subject, JsonPointer at) {
    boolean isOne = ServiceAccount.ofSubject(subject).isPresent();
    return trust.error(
        "no-such-service-account",
        at,
        Words.quoted(subject)
            + (isOne
                ? " is trusted, and nothing says that this service account takes the role"
                : " is not the subject of a service account"),
        isOne
            ? "remove the subject; if the service account exists outside, name it under"
                + " roles[].serviceAccounts"
            : "it looks like system:serviceaccount:<namespace>:<name>");
  }

  private static Diagnostic notTrusted(
      Inspection inspection,
      Trusting trusting,
      ServiceAccount name,
      List<String> issuers,
      SortedMap<String, JsonPointer> slip) {
    Optional<Account> account = Optional.ofNullable(inspection.graph().accounts().get(name));
    Optional<Annotation> annotation = account.flatMap(it -> it.annotations().stream().findFirst());
    String pods = Words.pods(account.map(Account::pods).orElse(List.of()));
    boolean everywhere = issuers.size() == inspection.expectations().issuers().size();
    String where = everywhere ? "" : " on " + String.join(", ", issuers);
    PolicyFile trust = trusting.trust();
    JsonPointer policyAt = place(trusting, issuers.get(0));
    return Diagnostic.error(
        "account-not-trusted",
        annotation.map(Annotation::location).orElse(trust.document().at(policyAt)),
        annotation.map(Annotation::path).orElse(""),
        "role "
            + trusting.role().arn().name()
            + " does not trust "
            + name
            + where
            + ": AWS refuses "
            + pods,
        slip.entrySet().stream()
            .findFirst()
            .map(stray -> instead(trust, stray, name))
            .orElse("add \"" + name.subject() + "\" in " + trust.document().at(policyAt)));
  }

  private static String instead(
      PolicyFile trust, Map.Entry<String, JsonPointer> stray, ServiceAccount name) {
    return trust.document().at(stray.getValue())
        + " names "
        + Words.quoted(stray.getKey())
        + ", which nothing says to take the role: write \""
        + name.subject()
        + "\"";
  }

  /** Where the subjects of an issuer's tokens stand. */
  private static JsonPointer place(Trusting trusting, String host) {
    return trusting
        .clusters()
        .filter(federation -> federation.host().equals(host))
        .flatMap(Federation::subjects)
        .map(Term::at)
        .findFirst()
        .orElse(JsonPointer.empty());
  }
}
