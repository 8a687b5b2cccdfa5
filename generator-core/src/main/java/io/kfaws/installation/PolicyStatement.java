package io.kfaws.installation;

import io.kfaws.iam.Broad;
import io.kfaws.iam.Effect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A statement of a role's inline policy (IAM User Guide, "IAM JSON policy element reference").
 *
 * @param sid its name in the policy
 * @param effect whether it permits or forbids
 * @param actions what may be done: {@code <service>:<action>}, with {@code *} and {@code ?}
 * @param resources on what: ARNs, with {@code *} and {@code ?}, or {@code *} for everything
 * @param conditions when: the values by operator and key
 * @param allowBroad the actions and resources that are broad on purpose, as they stand above
 */
public record PolicyStatement(
    Optional<String> sid,
    Effect effect,
    List<String> actions,
    List<String> resources,
    SortedMap<String, SortedMap<String, List<String>>> conditions,
    List<String> allowBroad) {
  /** Copies the collections. */
  public PolicyStatement {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    conditions = copy(conditions);
    allowBroad = List.copyOf(allowBroad);
  }

  private static SortedMap<String, SortedMap<String, List<String>>> copy(
      SortedMap<String, SortedMap<String, List<String>>> conditions) {
    SortedMap<String, SortedMap<String, List<String>>> copy = new TreeMap<>();
    conditions.forEach(
        (operator, keys) -> {
          SortedMap<String, List<String>> values = new TreeMap<>();
          keys.forEach((key, texts) -> values.put(key, List.copyOf(texts)));
          copy.put(operator, Collections.unmodifiableSortedMap(values));
        });
    return Collections.unmodifiableSortedMap(copy);
  }

  /**
   * The actions and resources that permit too much to be written without a word: all actions, all
   * actions of a service, all resources, all buckets. A statement that forbids may be broad.
   */
  public List<String> broad() {
    if (effect == Effect.DENY) {
      return List.of();
    }
    List<String> broad = new ArrayList<>();
    actions.stream().filter(Broad::isAction).forEach(broad::add);
    resources.stream().filter(Broad::isResource).forEach(broad::add);
    return broad;
  }
}
