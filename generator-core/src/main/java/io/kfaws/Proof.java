package io.kfaws;

import java.util.List;

/**
 * What was built, and what the rules found in it.
 *
 * @param program the program that built it, as it was named or found on the PATH
 * @param kustomize the version of kustomize in that program, for example {@code 5.5.0}
 * @param overlays each overlay, sorted by name, then each folder beside them: a group of profiles,
 *     or the secrets of other namespaces
 * @param warnings what is worth a look in the configuration
 */
public record Proof(
    String program, String kustomize, List<Overlay> overlays, List<Diagnostic> warnings) {
  /** Copies the lists. */
  public Proof {
    warnings = List.copyOf(warnings);
    overlays = List.copyOf(overlays);
  }

  /** What built it: {@code kubectl, kustomize 5.5.0}. */
  public String engine() {
    return program + ", kustomize " + kustomize;
  }

  /**
   * Whether every overlay holds what the configuration says, and every folder what its files say.
   */
  public boolean isProven() {
    return overlays.stream().allMatch(Overlay::isProven);
  }

  /** All findings of all overlays and folders. */
  public List<Diagnostic> findings() {
    return overlays.stream().flatMap(overlay -> overlay.findings().stream()).toList();
  }

  /**
   * One overlay, or one folder beside them.
   *
   * @param name its folder below the output folder
   * @param builds whether kustomize builds it
   * @param objects how many objects it builds; 0 if it does not build
   * @param results what each rule found; of an overlay that does not build, the one that says why
   */
  public record Overlay(String name, boolean builds, int objects, List<RuleResult> results) {
    /** Copies the list. */
    public Overlay {
      results = List.copyOf(results);
    }

    /** Whether it builds and every rule passed. */
    public boolean isProven() {
      return builds && results.stream().allMatch(RuleResult::isPassed);
    }

    /** All findings of all rules. */
    public List<Diagnostic> findings() {
      return results.stream().flatMap(result -> result.findings().stream()).toList();
    }
  }
}
