package io.kfaws.prove;

import io.kfaws.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What was built, and what the rules found in it.
 *
 * @param engine what built it
 * @param overlays each overlay, sorted by name, then each group: of profiles, or of the secrets of
 *     other namespaces
 * @param warnings what is worth a look in the wish
 */
public record Proof(Engine engine, List<Overlay> overlays, List<Diagnostic> warnings) {
  /** Copies the lists. */
  public Proof {
    warnings = List.copyOf(warnings);
    overlays = List.copyOf(overlays);
  }

  /** Whether every overlay holds what the wish says, and every group what its files say. */
  public boolean isProven() {
    return overlays.stream().allMatch(Overlay::isProven);
  }

  /** All findings of all overlays and groups. */
  public List<Diagnostic> findings() {
    return overlays.stream().flatMap(overlay -> overlay.findings().stream()).toList();
  }

  /**
   * One overlay, or one group.
   *
   * @param name its name; a group's folder below the output folder
   * @param build what was built and judged; absent if it does not build
   * @param verdicts what each rule found; of an overlay that does not build, the one that says why
   */
  public record Overlay(String name, Optional<Build> build, List<RuleResult> verdicts) {
    /** Copies the list. */
    public Overlay {
      verdicts = List.copyOf(verdicts);
    }

    /** How many objects it builds; 0 if it does not build. */
    public int objects() {
      return build.map(it -> it.built().byKey().size()).orElse(0);
    }

    /** Whether it builds and every rule passed. */
    public boolean isProven() {
      return build.isPresent() && verdicts.stream().allMatch(RuleResult::isPassed);
    }

    /** All findings of all rules. */
    public List<Diagnostic> findings() {
      return verdicts.stream().flatMap(verdict -> verdict.findings().stream()).toList();
    }
  }
}
