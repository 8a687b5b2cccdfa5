package io.kfaws.iam;

import io.kfaws.Diagnostic;
import java.util.function.Consumer;

/**
 * A trust policy lets in whom it names and nobody else ({@code open-trust}). The profile controller
 * has left such a hole: revoking a role's last profile left its statement without subjects.
 *
 * <p>Statements that deny are not validated, which is said ({@code deny-not-validated}).
 */
record OpenTrustRule() implements GraphRule {
  private static final String HINT =
      "name the service accounts: \"<issuer>:sub\": \"system:serviceaccount:<namespace>:<name>\"";

  @Override
  public void validate(Inspection inspection, Consumer<Diagnostic> findings) {
    for (Trusting trusting : inspection.trusting().values()) {
      PolicyFile trust = trusting.trust();
      for (Federation federation : trusting.federations()) {
        if (federation.provider().isPresent() && federation.subjects().findAny().isEmpty()) {
          findings.accept(
              trust.error(
                  "open-trust",
                  federation.statement(),
                  "whoever has a token of "
                      + Words.oneLine(federation.host())
                      + " may take role "
                      + trusting.role().arn().name(),
                  federation.isOfCluster() ? HINT : "say who, by a condition on its :sub"));
        }
      }
      trust.statements().forEach(placed -> whole(trusting, placed, findings));
    }
  }

  private static void whole(
      Trusting trusting, PolicyFile.Placed placed, Consumer<Diagnostic> findings) {
    Statement statement = placed.statement();
    if (statement.effect() == Effect.DENY) {
      findings.accept(
          trusting
              .trust()
              .warning(
                  "deny-not-validated",
                  placed.at(),
                  "kfaws does not validate whom this statement refuses",
                  "try it out: a pod's log shows whether AWS lets it take the role"));
    } else if (isForEveryone(statement)) {
      findings.accept(
          trusting
              .trust()
              .error(
                  "open-trust",
                  placed.at(),
                  "everyone may take role " + trusting.role().arn().name(),
                  "name in Principal who may take it"));
    }
  }

  private static boolean isForEveryone(Statement statement) {
    boolean everyone = statement.principal().map(Principal::isEveryone).orElse(false);
    return statement.except().principal().isPresent()
        || (everyone && statement.conditions().isEmpty());
  }
}
