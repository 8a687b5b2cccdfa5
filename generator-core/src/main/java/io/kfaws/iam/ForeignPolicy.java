package io.kfaws.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.text.Document;
import io.kfaws.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A policy that somebody else wrote, judged by itself: as IAM takes it, and as it then works. Of
 * the rules on the roles of an installation those hold that need nothing else.
 */
public final class ForeignPolicy {
  /** The key by which a policy is known, a slip in it included. */
  private static final Set<String> STATEMENT = Set.of("Statement");

  /** What the actions of a role's trust policy begin with, and of no other policy's principals. */
  private static final String ASSUME = "sts:";

  private ForeignPolicy() {}

  /** A document that is no object of Kubernetes, and has a key of a policy or nearly one. */
  public static boolean isOne(JsonNode root) {
    if (root.has("kind") || root.has("apiVersion")) {
      return false;
    }
    return root.has("Version")
        || CliOutput.of(root).isPresent()
        || root.properties().stream()
            .anyMatch(entry -> Nearest.to(entry.getKey(), STATEMENT).isPresent());
  }

  /** All findings about the policy that a document holds, sorted by place. */
  public static List<Diagnostic> check(Document document) {
    List<Diagnostic> findings = new ArrayList<>();
    if (CliOutput.of(document.root()).isEmpty()) {
      Placeholders.find(document, findings::add);
    }
    if (findings.isEmpty()) {
      try {
        PolicyReader reader = PolicyReader.ofOthers(document);
        PolicyFile file = new PolicyFile("", document, reader.read());
        findings.addAll(reader.warnings());
        rules(file, findings::add);
      } catch (KfawsException e) {
        findings.addAll(e.diagnostics());
      }
    }
    return findings.stream().distinct().sorted().toList();
  }

  private static void rules(PolicyFile file, Consumer<Diagnostic> findings) {
    List<Statement> statements = file.policy().statements();
    boolean isTrust = statements.stream().anyMatch(ForeignPolicy::isOfTrust);
    if (isTrust || !statements.stream().allMatch(KindRule::saysWho)) {
      KindRule.check(file, isTrust, findings);
    }
    ResourceRule.check(file, findings);
    WildcardRule.conditions(file, findings);
    if (!isTrust) {
      LimitRule.permissions(file, findings);
      return;
    }
    List<Federation> federations = Federation.of(file);
    PrincipalRule.check(file, findings);
    ProviderRule.alone(file, federations, findings);
    OpenTrustRule.check(file, federations, "the role", findings);
    OpenTrustRule.accounts(file, federations, findings);
    federations.stream()
        .filter(Federation::isOfCluster)
        .flatMap(Federation::subjects)
        .forEach(
            term -> {
              WildcardRule.neverMatches(file, term, findings);
              SubjectRule.form(file, term, findings);
            });
    LimitRule.trust(file, findings);
  }

  /** Policies of buckets and keys have principals, too, and other actions. */
  private static boolean isOfTrust(Statement statement) {
    return KindRule.saysWho(statement)
        && statement.actions().stream()
            .anyMatch(action -> action.toLowerCase(Locale.ROOT).startsWith(ASSUME));
  }
}
