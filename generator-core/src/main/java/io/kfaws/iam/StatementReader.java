package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Formatted;
import io.kfaws.text.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The way of a policy's elements into its {@link Statement}s. Numbers and booleans in conditions
 * are read as the text that IAM compares.
 */
final class StatementReader {
  private static final List<String> EFFECTS = List.of("Allow", "Deny");
  private static final String RIGHT_EFFECT = "write \"Effect\": \"Allow\", or \"Deny\"";
  private static final List<String> KEYS =
      List.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");
  private static final String OPERATOR =
      "write an operator and what it compares: {\"StringLike\": {\"s3:prefix\": \"artifacts/*\"}}";
  private static final List<String> PRINCIPAL_KINDS =
      List.of("AWS", "CanonicalUser", Principal.FEDERATED, "Service");

  private static final Pattern ANY = Pattern.compile(".+", Pattern.DOTALL);
  private static final Elements.Shape SID =
      new Elements.Shape(
          Pattern.compile("[A-Za-z0-9]*"),
          "letters and digits",
          "a Sid has letters and digits alone: write it in one word");
  private static final Elements.Shape WHO =
      new Elements.Shape(ANY, "an id", "write an ARN, an account id or a service in quotes");
  private static final Elements.Shape ACTION =
      new Elements.Shape(
          Pattern.compile("\\*|[A-Za-z0-9*?-]+:[A-Za-z0-9*?]+"),
          "an action",
          "write service and action, such as \"s3:GetObject\", or a list of such");
  private static final Elements.Shape RESOURCE =
      new Elements.Shape(
          Pattern.compile("\\*|arn:\\S.*"),
          "an ARN",
          "write an ARN, such as \"arn:aws:s3:::kf-artifacts/*\", a list of such, or \"*\"");

  private final Elements elements;
  private final Set<String> sids = new HashSet<>();

  /** A reader of one policy's statements. */
  StatementReader(Elements elements) {
    this.elements = elements;
  }

  /** The statement that is at a place; absent if there is a finding in it. */
  Optional<Statement> read(JsonPointer at, JsonNode node) {
    int before = elements.findings().size();
    if (!elements.isMapping(at, node, "a statement", "write {\"Effect\": \"Allow\", ...}")) {
      return Optional.empty();
    }
    elements.onlyKeys(at, node, KEYS);
    elements.oneOf(at, node, "Action", "NotAction");
    elements.atMostOne(at, node, "Principal", "NotPrincipal");
    elements.atMostOne(at, node, "Resource", "NotResource");
    if (!has(node, "Principal") && !has(node, "Resource")) {
      elements.missing(
          List.of(at.appendProperty("Resource"), at.appendProperty("Principal")),
          "a permission policy's statement has a Resource, a trust policy's a Principal");
    }
    Optional<String> sid = sid(at, node);
    Optional<Effect> effect = effect(at.appendProperty("Effect"), node.path("Effect"));
    Optional<Principal> principal = principal(at, node, "Principal");
    Optional<Principal> notPrincipal = principal(at, node, "NotPrincipal");
    List<String> actions = actions(at, node, "Action");
    List<String> notActions = actions(at, node, "NotAction");
    List<String> resources = resources(at, node, "Resource");
    List<String> notResources = resources(at, node, "NotResource");
    SortedMap<String, SortedMap<String, List<String>>> conditions = conditions(at, node);
    return elements.findings().size() > before || effect.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Statement(
                sid,
                effect.get(),
                principal,
                actions,
                resources,
                conditions,
                new Except(notPrincipal, notActions, notResources)));
  }

  private static boolean has(JsonNode node, String key) {
    return node.has(key) || node.has("Not" + key);
  }

  private Optional<String> sid(JsonPointer at, JsonNode node) {
    Optional<String> sid = elements.text(at, node, "Sid", SID);
    // The console writes an empty one into every statement.
    if (sid.isPresent() && !sid.get().isEmpty() && !sids.add(sid.get())) {
      elements.find(
          "duplicate-item",
          at.appendProperty("Sid"),
          "two statements of the policy are called " + sid.get(),
          "IAM takes each Sid once in a policy: give one of them another");
    }
    return sid;
  }

  private Optional<Effect> effect(JsonPointer at, JsonNode node) {
    if (node.isMissingNode()) {
      elements.missing(at, RIGHT_EFFECT);
      return Optional.empty();
    }
    try {
      return Optional.of(Effect.of(node.isTextual() ? node.asText() : ""));
    } catch (IllegalArgumentException e) {
      String hint = Nearest.to(node.asText(), EFFECTS).map(Elements::meant).orElse(RIGHT_EFFECT);
      elements.find("unknown-value", at, Formatted.value(node) + " is not Allow or Deny", hint);
      return Optional.empty();
    }
  }

  private Optional<Principal> principal(JsonPointer statement, JsonNode node, String key) {
    JsonPointer at = statement.appendProperty(key);
    JsonNode who = node.path(key);
    if (who.isMissingNode()) {
      return Optional.empty();
    }
    if (who.isTextual() && who.asText().equals("*")) {
      return Optional.of(Principal.EVERYONE);
    }
    SortedMap<String, List<String>> ids = new TreeMap<>();
    if (elements.isMapping(at, who, "\"*\" or a mapping", "write {\"Federated\": \"arn:...\"}")) {
      elements.onlyKeys(at, who, PRINCIPAL_KINDS);
      if (who.isEmpty()) {
        elements.find("missing-key", at, "names nobody", "name one of: " + known(PRINCIPAL_KINDS));
      }
      for (String kind : PRINCIPAL_KINDS) {
        List<String> list = elements.list(at, who, kind, WHO);
        if (!list.isEmpty()) {
          ids.put(kind, list);
        }
      }
    }
    return ids.isEmpty() ? Optional.empty() : Optional.of(new Principal(ids));
  }

  private static String known(List<String> words) {
    return String.join(", ", words);
  }

  private List<String> actions(JsonPointer at, JsonNode node, String key) {
    return elements.list(at, node, key, ACTION);
  }

  private List<String> resources(JsonPointer at, JsonNode node, String key) {
    return elements.list(at, node, key, RESOURCE);
  }

  private SortedMap<String, SortedMap<String, List<String>>> conditions(
      JsonPointer statement, JsonNode node) {
    SortedMap<String, SortedMap<String, List<String>>> conditions = new TreeMap<>();
    JsonPointer at = statement.appendProperty("Condition");
    JsonNode operators = node.path("Condition");
    if (operators.isMissingNode() || !elements.isMapping(at, operators, "a mapping", OPERATOR)) {
      return conditions;
    }
    for (var operator : operators.properties()) {
      JsonPointer keys = at.appendProperty(operator.getKey());
      SortedMap<String, List<String>> values = new TreeMap<>();
      if (!Operators.isKnown(operator.getKey())) {
        elements.unknownKey(keys, operator.getKey(), Operators.NAMES, OPERATOR);
      } else if (elements.isMapping(keys, operator.getValue(), "a mapping", OPERATOR)) {
        for (var key : operator.getValue().properties()) {
          values.put(
              key.getKey(), elements.values(keys.appendProperty(key.getKey()), key.getValue()));
        }
        if (values.isEmpty()) {
          elements.find(
              "missing-key", keys, "compares nothing", "name a condition key, or drop it");
        }
      }
      conditions.put(operator.getKey(), values);
    }
    return conditions;
  }
}
