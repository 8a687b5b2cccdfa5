package io.kfaws.text;

import io.kfaws.Rule;
import java.util.List;

/** The rules that findings come from, as data ({@code overlays/rules.yaml}). */
public final class RuleRegistry {
  private RuleRegistry() {}

  /** The file's form. */
  private record Rules(List<Rule> rules) {}

  /** Read when it is asked for first: no run needs the rules' documentation. */
  private static final class Read {
    static final List<Rule> RULES =
        List.copyOf(Data.read("overlays/rules.yaml", Rules.class).rules());
  }

  /** All rules, sorted by id. */
  public static List<Rule> rules() {
    return Read.RULES;
  }
}
