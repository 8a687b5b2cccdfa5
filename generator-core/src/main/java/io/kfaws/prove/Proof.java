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
 * @param warnings what is worth a look in the configuration
 */
public record Proof(Engine engine, List<Overlay> overlays, List<Diagnostic> warnings) {
  /** Copies the lists. */
  public Proof {
    warnings = List.copyOf(warnings);
    overlays = List.copyOf(overlays);
  }

  /**
   * Whether every overlay holds what the configuration says, and every group what its files say.
   */
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
   * @param build what was built and validated; absent if it does not build
   * @param results what each rule found; of an overlay that does not build, the one that says why
   */
  public record Overlay(String name, Optional<Build> build, List<RuleResult> results) {
    /** Copies the list. */
    public Overlay {
      results = List.copyOf(results);
    }

    /** How many objects it builds; 0 if it does not build. */
    public int objects() {
      return build.map(it -> it.built().byKey().size()).orElse(0);
    }

    /** Whether it builds and every rule passed. */
    public boolean isProven() {
      return build.isPresent() && results.stream().allMatch(RuleResult::isPassed);
    }

    /** All findings of all rules. */
    public List<Diagnostic> findings() {
      return results.stream().flatMap(result -> result.findings().stream()).toList();
    }
  }
}
