package io.kfaws.iam;

import io.kfaws.Diagnostic;
import io.kfaws.aws.Wildcards;
import java.util.List;
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

  /** Two subjects that have nothing in common but that they are ones. */
  private static final List<String> ANY =
      List.of("system:serviceaccount:a:b", "system:serviceaccount:0-0:z.z");

  @Override
  public void validate(Inspection inspection, Consumer<Diagnostic> findings) {
    for (Trusting trusting : inspection.trusting().values()) {
      String role = "role " + trusting.role().arn().name();
      check(trusting.trust(), trusting.federations(), role, findings);
      for (PolicyFile.Placed placed : trusting.trust().statements()) {
        if (placed.statement().effect() == Effect.DENY) {
          findings.accept(
              trusting
                  .trust()
                  .warning(
                      "deny-not-validated",
                      placed.at(),
                      "kfaws does not validate whom this statement refuses",
                      "try it out: a pod's log shows whether AWS lets it take the role"));
        }
      }
    }
  }

  /**
   * The statements that name nobody.
   *
   * @param role what the role is called
   */
  static void check(
      PolicyFile trust, List<Federation> federations, String role, Consumer<Diagnostic> findings) {
    for (Federation federation : federations) {
      if (federation.provider().isPresent() && federation.subjects().findAny().isEmpty()) {
        findings.accept(
            trust.error(
                "open-trust",
                federation.statement(),
                "whoever has a token of " + Words.oneLine(federation.host()) + " may take " + role,
                federation.isOfCluster() ? HINT : "say who, by a condition on its :sub"));
      }
    }
    for (PolicyFile.Placed placed : trust.statements()) {
      if (placed.statement().effect() == Effect.ALLOW && isForEveryone(placed.statement())) {
        findings.accept(
            trust.error(
                "open-trust",
                placed.at(),
                "everyone may take " + role,
                "name in Principal who may take it"));
      }
    }
  }

  /** The patterns that every service account of a cluster matches. */
  static void accounts(
      PolicyFile trust, List<Federation> federations, Consumer<Diagnostic> findings) {
    federations.stream()
        .filter(Federation::isOfCluster)
        .flatMap(Federation::subjects)
        .filter(term -> term.match() == Match.LIKE)
        .flatMap(term -> term.values().stream())
        .filter(value -> ANY.stream().allMatch(new Wildcards(value.text())::matches))
        .forEach(
            value ->
                findings.accept(
                    trust.error(
                        "open-trust",
                        value.at(),
                        Words.quoted(value.text())
                            + " lets every service account of the cluster take the role",
                        HINT)));
  }

  private static boolean isForEveryone(Statement statement) {
    boolean everyone = statement.principal().map(Principal::isEveryone).orElse(false);
    return statement.except().principal().isPresent()
        || (everyone && statement.conditions().isEmpty());
  }
}
