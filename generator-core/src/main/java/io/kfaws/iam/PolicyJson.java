package io.kfaws.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kfaws.text.JsonText;
import java.util.List;
import java.util.SortedMap;

/** Policies as JSON, in the one form that kfaws writes. */
final class PolicyJson {
  private PolicyJson() {}

  static String text(JsonNode tree) {
    return JsonText.of(tree) + "\n";
  }

  static ObjectNode tree(Policy policy) {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("Version", Policy.VERSION);
    policy.id().ifPresent(id -> root.put("Id", id));
    ArrayNode statements = root.putArray("Statement");
    policy.statements().forEach(statement -> statements.add(tree(statement)));
    return root;
  }

  private static ObjectNode tree(Statement statement) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    Except except = statement.except();
    statement.sid().ifPresent(sid -> node.put("Sid", sid));
    node.put("Effect", statement.effect().text());
    statement.principal().ifPresent(who -> node.set("Principal", tree(who)));
    except.principal().ifPresent(who -> node.set("NotPrincipal", tree(who)));
    put(node, "Action", statement.actions());
    put(node, "NotAction", except.actions());
    put(node, "Resource", statement.resources());
    put(node, "NotResource", except.resources());
    if (!statement.conditions().isEmpty()) {
      ObjectNode conditions = node.putObject("Condition");
      statement.conditions().forEach((operator, keys) -> conditions.set(operator, mapping(keys)));
    }
    return node;
  }

  private static JsonNode tree(Principal principal) {
    return principal.ids().isEmpty() ? TextNode.valueOf("*") : mapping(principal.ids());
  }

  private static ObjectNode mapping(SortedMap<String, List<String>> lists) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    lists.forEach((key, list) -> put(node, key, list));
    return node;
  }

  /** IAM takes a list of one and the one for the same; the one is shorter. */
  private static void put(ObjectNode node, String key, List<String> list) {
    if (list.size() == 1) {
      node.put(key, list.get(0));
    } else if (!list.isEmpty()) {
      ArrayNode array = node.putArray(key);
      list.forEach(array::add);
    }
  }
}
