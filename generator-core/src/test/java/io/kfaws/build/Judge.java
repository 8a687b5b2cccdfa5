package io.kfaws.build;

import io.kfaws.Diagnostic;
import io.kfaws.prove.RuleResult;
import io.kfaws.prove.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * The product's rules, which every wish is judged by, and those that know a cell's data. Each by
 * the name under which it reports.
 */
final class Judge {
  private static final Map<String, Rule> RULES = rules();

  private Judge() {}

  private static Map<String, Rule> rules() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    rules.put("objects", new ObjectsRule());
    rules.put("fields", new FieldsRule());
    rules.put("environment", new EnvironmentRule());
    rules.put("documents", new DocumentsRule());
    rules.put("roles", new RolesRule());
    rules.put("hook", new HookRule());
    rules.put("sync", new SyncRule());
    return rules;
  }

  /** The names of all rules. */
  static List<String> names() {
    List<String> names = new ArrayList<>(RULES.keySet());
    names.addAll(Rules.ids());
    return names;
  }

  /** Every finding of every rule. */
  static List<Finding> judge(Case build) throws ExecutionException, InterruptedException {
    List<Finding> findings = new ArrayList<>();
    for (RuleResult verdict : Rules.judge(Builds.build(build.cell()).with(build.built()))) {
      for (Diagnostic found : verdict.findings()) {
        findings.add(new Finding(verdict.rule(), found.path() + ": " + found.message()));
      }
    }
    RULES.forEach(
        (name, rule) ->
            rule.broken(build).forEach(message -> findings.add(new Finding(name, message))));
    return findings;
  }
}
