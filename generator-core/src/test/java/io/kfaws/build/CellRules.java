package io.kfaws.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a cell's data says of its build and no configuration says: exactly what differs from the
 * base, and what is told to the programs that no rule of the proof knows. Each rule by its name.
 */
final class CellRules {
  private static final Map<String, Function<Case, List<String>>> RULES = rules();

  private CellRules() {}

  private static Map<String, Function<Case, List<String>>> rules() {
    Map<String, Function<Case, List<String>>> rules = new LinkedHashMap<>();
    rules.put("objects", ObjectsRule::broken);
    rules.put("fields", FieldsRule::broken);
    rules.put("roles", RolesRule::broken);
    rules.put("hook", HookRule::broken);
    return rules;
  }

  static Set<String> names() {
    return RULES.keySet();
  }

  /** What is not so, by the rule that says it; a rule that holds is left out. */
  static Map<String, List<String>> broken(Case build) {
    Map<String, List<String>> broken = new LinkedHashMap<>();
    RULES.forEach((name, rule) -> broken.put(name, rule.apply(build)));
    broken.values().removeIf(List::isEmpty);
    return broken;
  }
}
