package io.kfaws.prove;

import java.util.List;

/** All rules, in the order in which they report. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new PatchHit(),
          new PatchResidue(),
          new EmbeddedLeft(),
          new DanglingReference(),
          new ValueAndValueFrom(),
          new WiringRule(),
          new PodSecurity(),
          new NameConflict());

  private Rules() {}

  /** The ids of all rules. */
  public static List<String> ids() {
    return ALL.stream().map(Rule::id).toList();
  }

  /** What each rule says of a build. */
  public static List<Verdict> judge(Build build) {
    return ALL.stream().map(rule -> judge(rule, build)).toList();
  }

  private static Verdict judge(Rule rule, Build build) {
    Findings findings = new Findings(rule.id(), build.kustomization());
    rule.judge(build, findings);
    return findings.verdict();
  }
}
