package io.kfaws.iam;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A statement of a policy: who may, or may not, do what with what, and when.
 *
 * <p>Source: IAM User Guide, "IAM JSON policy elements reference".
 *
 * @param sid its id in the policy
 * @param effect allow or deny
 * @param principal whom it is about; absent in a permission policy
 * @param actions what they may do, such as {@code s3:GetObject}, in the order in which they are
 *     written; empty only if {@code except} tells
 * @param resources with what; empty in a trust policy
 * @param conditions when: operator, then key, then the values of which one must hold
 * @param except what it leaves out, of foreign policies
 */
public record Statement(
    Optional<String> sid,
    Effect effect,
    Optional<Principal> principal,
    List<String> actions,
    List<String> resources,
    SortedMap<String, SortedMap<String, List<String>>> conditions,
    Except except) {

  /**
   * Copies the collections and guards what IAM takes.
   *
   * @throws IllegalArgumentException if there is no action, or neither a principal nor a resource,
   *     or a condition without a value
   */
  public Statement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    SortedMap<String, SortedMap<String, List<String>>> copy = new TreeMap<>();
    conditions.forEach(
        (operator, keys) -> {
          SortedMap<String, List<String>> values = new TreeMap<>();
          keys.forEach((key, list) -> values.put(key, List.copyOf(list)));
          copy.put(operator, Collections.unmodifiableSortedMap(values));
        });
    conditions = Collections.unmodifiableSortedMap(copy);
    if (copy.values().stream().anyMatch(keys -> keys.isEmpty() || keys.containsValue(List.of()))) {
      throw new IllegalArgumentException("a condition without a value");
    }
    if (actions.isEmpty() == except.actions().isEmpty()) {
      throw new IllegalArgumentException("a statement names actions, or all but some");
    }
    boolean who = principal.isPresent() || except.principal().isPresent();
    if (!who && resources.isEmpty() && except.resources().isEmpty()) {
      throw new IllegalArgumentException("a statement names a principal or a resource");
    }
  }

  /**
   * A statement that leaves nothing out.
   *
   * @param federated the identity provider of a trust policy
   */
  public Statement(
      Optional<String> sid,
      Effect effect,
      Optional<String> federated,
      List<String> actions,
      List<String> resources,
      SortedMap<String, SortedMap<String, List<String>>> conditions) {
    this(
        sid,
        effect,
        federated.map(Principal::federated),
        actions,
        resources,
        conditions,
        Except.NOTHING);
  }

  /** The identity providers that it is about; none in a permission policy. */
  public List<String> federated() {
    return principal.map(who -> who.ids(Principal.FEDERATED)).orElse(List.of());
  }
}
