package io.kfaws.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rules, by the name under which they report. */
final class Judge {
  private static final Map<String, Rule> RULES = rules();

  private Judge() {}

  private static Map<String, Rule> rules() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    rules.put("objects", new ObjectsRule());
    rules.put("fields", new FieldsRule());
    rules.put("embedded", new EmbeddedRule());
    rules.put("hosts", new HostsRule());
    rules.put("selectors", new SelectorsRule());
    rules.put("well-formed", new WellFormedRule());
    rules.put("references", new ReferencesRule());
    rules.put("environment", new EnvironmentRule());
    rules.put("documents", new DocumentsRule());
    rules.put("roles", new RolesRule());
    rules.put("hook", new HookRule());
    rules.put("sync", new SyncRule());
    rules.put("restricted", new RestrictedRule());
    return rules;
  }

  /** The names of all rules. */
  static List<String> names() {
    return List.copyOf(RULES.keySet());
  }

  /** Every finding of every rule. */
  static List<Finding> judge(Case build) {
    List<Finding> findings = new ArrayList<>();
    RULES.forEach(
        (name, rule) ->
            rule.broken(build).forEach(message -> findings.add(new Finding(name, message))));
    return findings;
  }
}
