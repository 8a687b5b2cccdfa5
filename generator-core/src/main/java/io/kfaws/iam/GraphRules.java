package io.kfaws.iam;

import io.kfaws.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/**
 * Validates whether everybody who is said to take a role may take it, nobody else may, and no role
 * may more than was asked for. One slip is one finding, as far as that can be told.
 */
public final class GraphRules {
  private static final List<GraphRule> RULES =
      List.of(
          new OwnerRule(),
          new KindRule(),
          new ProviderRule(),
          new AudienceRule(),
          new OpenTrustRule(),
          new WildcardRule(),
          new SubjectRule(),
          new BroadPolicyRule(),
          new LimitRule(),
          new RequiredRoleRule());

  private GraphRules() {}

  /**
   * All findings, by place: what could not be read, and what the rules say. Takes time in
   * proportion to the number of service accounts and statements.
   *
   * @param graph as it was read with the same claims
   */
  public static List<Diagnostic> check(Graph graph, Expectations expectations) {
    Inspection inspection = Inspection.of(graph, expectations);
    List<Diagnostic> findings = new ArrayList<>(graph.findings());
    RULES.forEach(rule -> rule.validate(inspection, findings::add));
    return findings.stream().sorted().distinct().toList();
  }
}
