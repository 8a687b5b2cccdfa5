package io.kfaws.iam;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The graph as an indented text for reviewers: role by role, whom it trusts and what it may.
 * Deterministic; lines end with LF.
 */
public final class GraphText {
  private final StringBuilder text = new StringBuilder();

  private GraphText() {}

  /** The text. */
  public static String of(Graph graph) {
    GraphText writer = new GraphText();
    Map<String, List<Account>> accounts = graph.accountsByRole();
    graph.roles().forEach((arn, role) -> writer.role(role, accounts.getOrDefault(arn, List.of())));
    return writer.text.isEmpty() ? "no service account has a role\n" : writer.text.toString();
  }

  private void role(Role role, List<Account> accounts) {
    line(0, "role " + role.arn());
    Set<String> issuers = Trusters.issuers(role);
    line(1, "trusts" + (issuers.isEmpty() ? "" : ", on " + String.join(", ", issuers)));
    accounts.forEach(account -> line(2, Words.pods(account.pods()) + " -> " + account.name()));
    Set<String> others = Trusters.of(role);
    others.forEach(who -> line(2, who));
    if (accounts.isEmpty() && others.isEmpty()) {
      line(2, "nobody that kfaws knows");
    }
    line(1, "may");
    for (PolicyFile file : role.policies()) {
      line(2, "policy " + file.name());
      file.policy().statements().forEach(this::statement);
    }
    role.managedPolicies().forEach(arn -> line(2, "managed policy " + arn));
    if (role.policies().isEmpty() && role.managedPolicies().isEmpty()) {
      line(2, "what is attached to it in AWS");
    }
  }

  private void statement(Statement statement) {
    boolean denies = statement.effect() == Effect.DENY;
    line(3, (denies ? "not " : "") + PolicyWords.actions(statement));
    PolicyWords.resources(statement).forEach(resource -> line(4, "on " + resource));
    PolicyWords.conditions(statement).forEach(condition -> line(4, "if " + condition));
  }

  private void line(int depth, String words) {
    text.append("  ".repeat(depth)).append(words.replaceAll("\\R", "\\\\n")).append('\n');
  }
}
