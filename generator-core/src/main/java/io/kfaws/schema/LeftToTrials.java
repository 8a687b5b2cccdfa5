package io.kfaws.schema;

import io.kfaws.Diagnostic;

/**
 * What is in a trial's object and has no value yet: each trial of a Katib experiment puts its own
 * for {@code ${trialParameters.<name>}}.
 */
public final class LeftToTrials {
  private static final String PLACE = "spec.trialTemplate.trialSpec.";
  private static final String BEGIN = "${trialParameters.";

  private LeftToTrials() {}

  /** Whether a finding is about a choice that each trial makes. */
  public static boolean isOne(Diagnostic finding) {
    return finding.rule().equals("unknown-value")
        && finding.path().startsWith(PLACE)
        && finding.message().contains(BEGIN);
  }
}
