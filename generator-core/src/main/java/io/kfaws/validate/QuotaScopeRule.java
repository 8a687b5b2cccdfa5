package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.Formatted;
import io.kfaws.text.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The scopes of a Profile's quota. The API server takes any in a Profile, and refuses the
 * ResourceQuota that the profile controller makes of it, again and again (Kubernetes,
 * pkg/apis/core/validation/validation.go, {@code ValidateResourceQuotaSpec}).
 */
final class QuotaScopeRule {
  private static final JsonPointer QUOTA = JsonPointer.compile("/spec/resourceQuotaSpec");
  private static final JsonPointer HARD = QUOTA.appendProperty("hard");
  private static final JsonPointer SCOPES = QUOTA.appendProperty("scopes");
  private static final JsonPointer SELECTOR =
      QUOTA.appendProperty("scopeSelector").appendProperty("matchExpressions");

  private static final Pattern OF_PODS =
      Pattern.compile("pods|(?:requests\\.|limits\\.)?(?:cpu|memory)");

  /** Scopes that a pod is in or is not, so that nothing can be compared. */
  private static final Set<String> WITHOUT_VALUES =
      Set.of(
          "BestEffort",
          "NotBestEffort",
          "Terminating",
          "NotTerminating",
          "CrossNamespacePodAffinity");

  private static final Map<String, String> OPPOSITES =
      Map.of("BestEffort", "NotBestEffort", "Terminating", "NotTerminating");

  private QuotaScopeRule() {}

  static void check(Document profile, List<Diagnostic> findings) {
    JsonNode scopes = profile.root().at(SCOPES);
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < scopes.size(); i++) {
      scope(profile, SCOPES.appendIndex(i), scopes.get(i).asText(), seen, findings);
    }
    List<String> selected = new ArrayList<>();
    JsonNode expressions = profile.root().at(SELECTOR);
    for (int i = 0; i < expressions.size(); i++) {
      JsonPointer at = SELECTOR.appendIndex(i);
      String name = expressions.get(i).path("scopeName").asText();
      scope(profile, at.appendProperty("scopeName"), name, selected, findings);
      expression(profile, at, expressions.get(i), findings);
    }
    boolean isScoped = !seen.isEmpty() || !selected.isEmpty();
    if (isScoped && profile.root().at(HARD).isEmpty()) {
      findings.add(
          Diagnostic.warning(
              "quota-without-limits",
              profile.at(QUOTA),
              Document.path(QUOTA),
              "the profile controller makes no quota of scopes alone",
              "write hard beside them: {cpu: \"8\"}"));
    }
  }

  private static void scope(
      Document profile,
      JsonPointer at,
      String scope,
      List<String> seen,
      List<Diagnostic> findings) {
    Optional<String> uncounted =
        Walk.names(profile.root().at(HARD)).stream()
            .filter(name -> !counts(scope, name))
            .findFirst();
    uncounted.ifPresent(
        name ->
            refused(
                profile,
                at,
                "a quota of scope " + scope + " cannot limit " + name,
                "limit "
                    + (scope.equals("BestEffort") ? "pods" : "pods, CPU and memory")
                    + " alone, or leave the scope out",
                findings));
    seen.stream()
        .filter(other -> scope.equals(OPPOSITES.get(other)) || other.equals(OPPOSITES.get(scope)))
        .findFirst()
        .ifPresent(
            other ->
                refused(
                    profile,
                    at,
                    "no pod is in scope " + scope + " and in scope " + other,
                    "keep one of the two",
                    findings));
    seen.add(scope);
  }

  private static boolean counts(String scope, String resource) {
    return switch (scope) {
      case "BestEffort" -> resource.equals("pods") || !isStandard(resource);
      case "VolumeAttributesClass" -> true;
      default -> OF_PODS.matcher(resource).matches() || !isStandard(resource);
    };
  }

  /** Extended resources and counts of objects are under no scope, and are let through. */
  private static boolean isStandard(String resource) {
    return resource.indexOf('/') < 0 && !resource.contains("hugepages-");
  }

  private static void expression(
      Document profile, JsonPointer at, JsonNode expression, List<Diagnostic> findings) {
    String scope = expression.path("scopeName").asText();
    JsonNode operator = expression.path("operator");
    JsonPointer here = at.appendProperty("operator");
    boolean hasValues = !expression.path("values").isEmpty();
    boolean compares = Set.of("In", "NotIn").contains(operator.asText());
    if (WITHOUT_VALUES.contains(scope) && !operator.asText().equals("Exists")) {
      refused(
          profile,
          here,
          "is " + Formatted.value(operator) + "; scope " + scope + " takes Exists alone",
          "write operator: Exists",
          findings);
    } else if (compares != hasValues) {
      refused(
          profile,
          here,
          "is "
              + Formatted.value(operator)
              + (hasValues ? ", which takes no values" : ", which needs values"),
          hasValues ? "leave values out, or write In" : "write values: with at least one text",
          findings);
    }
  }

  private static void refused(
      Document profile, JsonPointer at, String message, String hint, List<Diagnostic> findings) {
    findings.add(Diagnostic.error("quota-scope", profile.at(at), Document.path(at), message, hint));
  }
}
