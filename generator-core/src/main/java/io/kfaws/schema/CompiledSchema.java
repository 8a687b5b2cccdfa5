package io.kfaws.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.regex.RegularExpression;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The schemas as tests that only say whether a tree is valid, which nearly all are: what is wrong
 * with one that is not, networknt says. A tree that passes is valid; where this is not certain, be
 * it for a keyword that is not known here, it does not pass. Thread-safe.
 */
final class CompiledSchema {
  /** What says nothing of a value. */
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "$schema",
          "$id",
          "$defs",
          "title",
          "description",
          "examples",
          "default",
          SchemaViolation.HINT,
          SchemaViolation.PRIVATE,
          SchemaViolation.WARNING);

  /** Read together with "if", or with the keywords of a mapping. */
  private static final Set<String> WITH_OTHERS = Set.of("then", "else");

  private static final Set<String> OF_MAPPINGS =
      Set.of(
          "properties",
          "additionalProperties",
          "propertyNames",
          "required",
          "dependentRequired",
          "minProperties",
          "maxProperties");

  /** What is as certain of a tree that does not pass: all that can be asked by "if" and "not". */
  private static final Set<String> CERTAIN =
      Set.of("required", "properties", "const", "enum", "type", "anyOf");

  private final Function<String, JsonNode> schemas;
  private final Function<String, RegularExpression> patterns;
  private final Map<String, Predicate<JsonNode>> compiled = new ConcurrentHashMap<>();

  /**
   * Compiles nothing yet.
   *
   * @param schemas the schemas by id
   * @param patterns how a pattern is compiled
   */
  CompiledSchema(Function<String, JsonNode> schemas, Function<String, RegularExpression> patterns) {
    this.schemas = schemas;
    this.patterns = patterns;
  }

  private static Predicate<JsonNode> constant(boolean passes) {
    return node -> passes;
  }

  /** Whether a tree is valid for certain, by the schema of an id. */
  boolean isPassed(String id, JsonNode tree) {
    return reference(id, id + "#").test(tree);
  }

  /** The test that a reference names, from inside of a schema; compiled when it is first asked. */
  private Predicate<JsonNode> reference(String inside, String reference) {
    String[] parts = reference.split("#", 2);
    String id = parts[0].isEmpty() ? inside : parts[0];
    String pointer = parts.length < 2 ? "" : parts[1];
    String key = id + "#" + pointer;
    return node -> {
      Predicate<JsonNode> test = compiled.get(key);
      if (test == null) {
        test = compile(schemas.apply(id).at(pointer), id);
        compiled.put(key, test);
      }
      return test.test(node);
    };
  }

  private Predicate<JsonNode> compile(JsonNode schema, String id) {
    if (!schema.isObject()) {
      return constant(schema.asBoolean());
    }
    List<Predicate<JsonNode>> tests = new ArrayList<>();
    boolean isOfMapping = false;
    for (var keyword : schema.properties()) {
      String name = keyword.getKey();
      if (OF_MAPPINGS.contains(name)) {
        isOfMapping = true;
      } else if (!ANNOTATIONS.contains(name) && !WITH_OTHERS.contains(name)) {
        tests.add(keyword(name, keyword.getValue(), schema, id));
      }
    }
    if (isOfMapping) {
      tests.add(mapping(schema, id));
    }
    return all(tests);
  }

  private static Predicate<JsonNode> all(List<Predicate<JsonNode>> tests) {
    if (tests.size() == 1) {
      return tests.get(0);
    }
    List<Predicate<JsonNode>> all = List.copyOf(tests);
    return node -> {
      for (int i = 0; i < all.size(); i++) {
        if (!all.get(i).test(node)) {
          return false;
        }
      }
      return true;
    };
  }

  private Predicate<JsonNode> keyword(String name, JsonNode value, JsonNode schema, String id) {
    return switch (name) {
      case "$ref" -> reference(id, value.asText());
      case "type" -> type(value);
      case "const" -> value::equals;
      case "enum" -> oneOf(value);
      case "pattern" -> {
        RegularExpression pattern = patterns.apply(value.asText());
        yield node -> !node.isTextual() || pattern.matches(node.textValue());
      }
      case "minLength" -> node -> !node.isTextual() || length(node) >= value.intValue();
      case "maxLength" -> node -> !node.isTextual() || length(node) <= value.intValue();
      case "minimum" -> {
        BigDecimal least = value.decimalValue();
        yield node -> !node.isNumber() || node.decimalValue().compareTo(least) >= 0;
      }
      case "maximum" -> {
        BigDecimal most = value.decimalValue();
        yield node -> !node.isNumber() || node.decimalValue().compareTo(most) <= 0;
      }
      case "minItems" -> node -> !node.isArray() || node.size() >= value.intValue();
      case "maxItems" -> node -> !node.isArray() || node.size() <= value.intValue();
      case "uniqueItems" -> value.asBoolean() ? CompiledSchema::areUnique : constant(true);
      case "prefixItems" -> first(branches(value, id));
      case "items" -> items(compile(value, id), schema.path("prefixItems").size());
      case "contains" -> contains(compile(value, id));
      case "allOf" -> all(branches(value, id));
      case "anyOf" -> any(branches(value, id));
      case "not" -> isCertain(value) ? compile(value, id).negate() : constant(false);
      case "if" -> isCertain(value) ? condition(schema, id) : constant(false);
      default -> constant(false);
    };
  }

  private static int length(JsonNode text) {
    return text.textValue().codePointCount(0, text.textValue().length());
  }

  private static Predicate<JsonNode> oneOf(JsonNode values) {
    Set<JsonNode> known = new HashSet<>();
    values.forEach(known::add);
    return known::contains;
  }

  /** Numbers can be equal that are not the same node, so they are left to networknt. */
  private static boolean areUnique(JsonNode node) {
    Set<JsonNode> seen = new HashSet<>();
    for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
      if (!seen.add(item) || (!item.isTextual() && node.size() > 1)) {
        return false;
      }
    }
    return true;
  }

  /** Each test is for the item at its place, if there is one. */
  private static Predicate<JsonNode> first(List<Predicate<JsonNode>> tests) {
    return node -> {
      for (int i = 0; node.isArray() && i < Math.min(tests.size(), node.size()); i++) {
        if (!tests.get(i).test(node.get(i))) {
          return false;
        }
      }
      return true;
    };
  }

  private static Predicate<JsonNode> items(Predicate<JsonNode> test, int from) {
    return node -> {
      for (int i = from; node.isArray() && i < node.size(); i++) {
        if (!test.test(node.get(i))) {
          return false;
        }
      }
      return true;
    };
  }

  private static Predicate<JsonNode> contains(Predicate<JsonNode> test) {
    return node -> {
      for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
        if (test.test(item)) {
          return true;
        }
      }
      return !node.isArray();
    };
  }

  private List<Predicate<JsonNode>> branches(JsonNode schemas, String id) {
    List<Predicate<JsonNode>> tests = new ArrayList<>();
    schemas.forEach(schema -> tests.add(compile(schema, id)));
    return tests;
  }

  private static Predicate<JsonNode> any(List<Predicate<JsonNode>> tests) {
    return node -> tests.stream().anyMatch(test -> test.test(node));
  }

  private Predicate<JsonNode> condition(JsonNode schema, String id) {
    Predicate<JsonNode> condition = compile(schema.path("if"), id);
    Predicate<JsonNode> then =
        schema.has("then") ? compile(schema.path("then"), id) : constant(true);
    Predicate<JsonNode> otherwise =
        schema.has("else") ? compile(schema.path("else"), id) : constant(true);
    return node -> condition.test(node) ? then.test(node) : otherwise.test(node);
  }

  /** Whether a tree that does not pass is not valid for certain. */
  private static boolean isCertain(JsonNode schema) {
    for (var keyword : schema.properties()) {
      JsonNode value = keyword.getValue();
      boolean isCertain =
          switch (keyword.getKey()) {
            case "properties", "anyOf" -> allCertain(value);
            case "type" ->
                !List.of("integer", "number").contains(value.asText()) && !value.isArray();
            case "const" -> !value.isNumber() && value.isValueNode();
            case "enum" -> allText(value);
            default -> CERTAIN.contains(keyword.getKey());
          };
      if (!isCertain) {
        return false;
      }
    }
    return true;
  }

  private static boolean allCertain(JsonNode schemas) {
    for (JsonNode schema : schemas) {
      if (!isCertain(schema)) {
        return false;
      }
    }
    return true;
  }

  private static boolean allText(JsonNode values) {
    for (JsonNode value : values) {
      if (!value.isTextual()) {
        return false;
      }
    }
    return true;
  }

  private static Predicate<JsonNode> type(JsonNode type) {
    if (type.isArray()) {
      List<Predicate<JsonNode>> types = new ArrayList<>();
      type.forEach(one -> types.add(type(one)));
      return any(types);
    }
    return switch (type.asText()) {
      case "string" -> JsonNode::isTextual;
      case "object" -> JsonNode::isObject;
      case "array" -> JsonNode::isArray;
      case "boolean" -> JsonNode::isBoolean;
      case "null" -> JsonNode::isNull;
      case "integer" -> JsonNode::isIntegralNumber;
      case "number" -> JsonNode::isNumber;
      default -> constant(false);
    };
  }

  /** The keywords about the keys of a mapping, in one walk through them. */
  private Predicate<JsonNode> mapping(JsonNode schema, String id) {
    Map<String, Predicate<JsonNode>> known = new HashMap<>();
    schema
        .path("properties")
        .properties()
        .forEach(property -> known.put(property.getKey(), compile(property.getValue(), id)));
    Predicate<JsonNode> others = part(schema, "additionalProperties", id);
    boolean hasNames = schema.has("propertyNames");
    Predicate<JsonNode> names = part(schema, "propertyNames", id);
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(key -> required.add(key.asText()));
    JsonNode together = schema.path("dependentRequired");
    int least = schema.path("minProperties").asInt(0);
    int most = schema.path("maxProperties").asInt(Integer.MAX_VALUE);
    return node -> {
      if (!node.isObject()) {
        return true;
      }
      if (node.size() < least || node.size() > most || !hasAll(node, required)) {
        return false;
      }
      for (var property : node.properties()) {
        String key = property.getKey();
        Predicate<JsonNode> test = known.getOrDefault(key, others);
        if (!test.test(property.getValue())
            || (hasNames && !names.test(TextNode.valueOf(key)))
            || (together.isObject() && !hasAll(node, together.get(key)))) {
          return false;
        }
      }
      return true;
    };
  }

  private Predicate<JsonNode> part(JsonNode schema, String keyword, String id) {
    return schema.has(keyword) ? compile(schema.path(keyword), id) : constant(true);
  }

  private static boolean hasAll(JsonNode node, List<String> keys) {
    for (int i = 0; i < keys.size(); i++) {
      if (!node.has(keys.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasAll(JsonNode node, @Nullable JsonNode keys) {
    for (JsonNode key : keys == null ? List.<JsonNode>of() : keys) {
      if (!node.has(key.asText())) {
        return false;
      }
    }
    return true;
  }
}
