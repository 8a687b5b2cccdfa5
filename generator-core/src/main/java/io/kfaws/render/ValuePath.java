package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kfaws.installation.Installation;
import io.kfaws.text.Nearest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A path of the bindings, as templates and components name values: keys joined by dots. It is the
 * only way in which a name becomes a value, so what is missing is missing everywhere in one way.
 */
final class ValuePath {
  /** The first names that may be missing, for a configuration may leave its sections out. */
  private static final Set<String> SECTIONS =
      Arrays.stream(Installation.class.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.toUnmodifiableSet());

  private final String text;
  private final String[] keys;

  /**
   * A path.
   *
   * @param text the path, for example {@code rds.secretName}
   */
  ValuePath(String text) {
    this.text = text;
    this.keys = text.split("\\.", -1);
  }

  /**
   * The value.
   *
   * @throws ValueException if there is none
   */
  JsonNode in(Scope scope) {
    JsonNode value = look(scope);
    if (value == null) {
      throw missing(text, scope);
    }
    return value;
  }

  /**
   * The value, if there is one.
   *
   * @throws ValueException if the path can never lead to one: no value and no section of the
   *     configuration has its first name, or it goes on below what is no section
   */
  Optional<JsonNode> find(Scope scope) {
    return Optional.ofNullable(look(scope));
  }

  private @Nullable JsonNode look(Scope scope) {
    JsonNode value = scope.value(keys[0]);
    if (value == null && !SECTIONS.contains(keys[0])) {
      throw missing(keys[0], scope);
    }
    for (int i = 1; i < keys.length && value != null; i++) {
      if (!value.isObject()) {
        throw new ValueException(
            String.join(".", Arrays.copyOf(keys, i)) + " has no keys, so there is no " + text,
            value.isArray() ? "loop over its items" : "name it alone");
      }
      value = value.get(keys[i]);
    }
    return value == null || value.isNull() ? null : value;
  }

  private static ValueException missing(String path, Scope scope) {
    return new ValueException(
        "there is no value " + path,
        meant(path, scope).map(other -> "did you mean " + other + "? ").orElse("")
            + "values are paths of the configuration, release.… and overlay.…; a part that the configuration leaves"
            + " out has none");
  }

  /** The path that it most likely was meant to be: one of the names where the way ends. */
  private static Optional<String> meant(String path, Scope scope) {
    Set<String> names = new TreeSet<>(scope.names());
    Optional<JsonNode> value = Optional.empty();
    StringBuilder way = new StringBuilder();
    for (String key : path.split("\\.", -1)) {
      if (!names.contains(key)) {
        return Nearest.to(key, names).map(name -> way + name);
      }
      value =
          value.isPresent()
              ? value.map(node -> node.path(key))
              : Optional.ofNullable(scope.value(key));
      way.append(key).append('.');
      names.clear();
      value.ifPresent(node -> node.fieldNames().forEachRemaining(names::add));
    }
    return Optional.empty();
  }

  /**
   * Whether there is something: not nothing, not empty, not {@code false}.
   *
   * @throws ValueException as {@link #find} does
   */
  boolean isThere(Scope scope) {
    JsonNode value = look(scope);
    return value != null && isSomething(value);
  }

  private static boolean isSomething(JsonNode value) {
    return value.isContainerNode()
        ? !value.isEmpty()
        : value.isBoolean() ? value.booleanValue() : !value.asText().isEmpty();
  }

  /**
   * What a loop over this value goes through: the items of a list, or the entries of a mapping in
   * their order, each with its {@code key} and {@code value}.
   *
   * @throws ValueException if it is neither
   */
  List<JsonNode> items(JsonNode value) {
    List<JsonNode> items = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(items::add);
    } else if (value.isObject()) {
      value
          .properties()
          .forEach(
              entry ->
                  items.add(
                      JsonNodeFactory.instance
                          .objectNode()
                          .put("key", entry.getKey())
                          .set("value", entry.getValue())));
    } else {
      throw new ValueException(
          text + " is neither a list nor a mapping", "name what has items or entries");
    }
    return items;
  }
}
