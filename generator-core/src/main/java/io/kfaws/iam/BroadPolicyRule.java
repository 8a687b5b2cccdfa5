package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A permission policy allows what it names ({@code broad-policy}): all actions of a service, all
 * resources or all buckets only where the configuration asks for it in the same words.
 */
record BroadPolicyRule() implements GraphRule {
  @Override
  public void validate(Inspection inspection, Consumer<Diagnostic> findings) {
    for (Role role : inspection.graph().roles().values()) {
      Set<String> asked = inspection.claim(role.arn()).allowBroad();
      for (PolicyFile policy : role.policies()) {
        for (PolicyFile.Placed placed : policy.statements()) {
          if (placed.statement().effect() == Effect.ALLOW) {
            validate(policy, placed.at(), asked, findings);
          }
        }
      }
    }
  }

  private static void validate(
      PolicyFile policy, JsonPointer at, Set<String> asked, Consumer<Diagnostic> findings) {
    each(policy, at, "Action", Broad::isAction, asked, findings);
    each(policy, at, "Resource", Broad::isResource, asked, findings);
    for (String key : List.of("NotAction", "NotResource")) {
      JsonPointer except = at.appendProperty(key);
      if (!policy.document().root().at(except).isMissingNode() && !asked.contains(key)) {
        findings.accept(
            policy.error("broad-policy", except, "allows everything but what it names", hint(key)));
      }
    }
  }

  private static void each(
      PolicyFile policy,
      JsonPointer at,
      String key,
      Predicate<String> broad,
      Set<String> asked,
      Consumer<Diagnostic> findings) {
    for (PolicyFile.Value value : policy.values(at.appendProperty(key))) {
      if (broad.test(value.text()) && !asked.contains(value.text())) {
        findings.accept(
            policy.error(
                "broad-policy",
                value.at(),
                Words.quoted(value.text()) + " is more than anybody has asked for by name",
                hint(value.text())));
      }
    }
  }

  private static String hint(String word) {
    return "name what is needed, or ask for it beside the statement: allowBroad: [\""
        + Words.oneLine(word)
        + "\"]";
  }
}
