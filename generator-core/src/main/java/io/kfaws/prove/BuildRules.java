package io.kfaws.prove;

import io.kfaws.RuleResult;
import java.util.List;
import java.util.stream.Stream;

/** All rules, in the order in which they report. */
public final class BuildRules {
  private static final List<BuildRule> ALL =
      List.of(
          new PatchHit(),
          new PatchResidue(),
          new KindOrder(),
          new ServerSideApply(),
          new EmbeddedLeft(),
          DanglingReference.inOverlays(),
          new ValueAndValueFrom(),
          new WiringRule(),
          new BrokenSecret(),
          new PodSecurity(),
          new MissingNamespace(),
          new NameConflict());

  /** A group has no base, and its pods only mount: less can be wrong with it. */
  private static final List<BuildRule> OF_GROUPS =
      List.of(
          new PatchResidue(),
          DanglingReference.inGroups(),
          new BrokenSecret(),
          new MissingNamespace(),
          new NameConflict(),
          new AsWritten());

  private BuildRules() {}

  /** The ids of all rules for overlays. */
  public static List<String> ids() {
    return ALL.stream().map(BuildRule::id).toList();
  }

  /** The ids of all rules for groups. */
  public static List<String> idsOfGroups() {
    return ofGroups(new OneHome()).map(BuildRule::id).toList();
  }

  /** What each rule says of an overlay's build. */
  public static List<RuleResult> validate(Build build) {
    return ALL.stream().map(rule -> validate(rule, build)).toList();
  }

  /**
   * What each rule says of a group's build.
   *
   * @param homes knows what was built before
   */
  static List<RuleResult> validate(Build group, OneHome homes) {
    return ofGroups(homes).map(rule -> validate(rule, group)).toList();
  }

  private static Stream<BuildRule> ofGroups(OneHome homes) {
    return Stream.concat(OF_GROUPS.stream(), Stream.of(homes));
  }

  private static RuleResult validate(BuildRule rule, Build build) {
    BuildFindings findings = new BuildFindings(rule.id(), build.kustomization());
    rule.validate(build, findings);
    return findings.result();
  }
}
