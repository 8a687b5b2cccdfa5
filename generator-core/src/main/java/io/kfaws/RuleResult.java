package io.kfaws;

import java.util.List;

/**
 * What one rule found in one overlay.
 *
 * @param rule the rule's stable id in kebab case
 * @param proven how many things it looked at and found right; 0 says that there was nothing to
 *     validate
 * @param findings what is wrong
 */
public record RuleResult(String rule, int proven, List<Diagnostic> findings) {
  /** Copies the list. */
  public RuleResult {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong. */
  public boolean isPassed() {
    return findings.isEmpty();
  }
}
