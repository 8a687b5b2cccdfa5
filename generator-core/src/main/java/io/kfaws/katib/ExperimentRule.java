package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;

/** One rule, or one family of rules, about an experiment. */
interface ExperimentRule {
  /** Where the spec is. */
  JsonPointer SPEC = JsonPointer.compile("/spec");

  /** Where the trial's template is. */
  JsonPointer TEMPLATE = JsonPointer.compile("/spec/trialTemplate");

  /** Where the object that a trial creates is. */
  JsonPointer TRIAL = JsonPointer.compile("/spec/trialTemplate/trialSpec");

  /**
   * Adds what it finds.
   *
   * @param experiment the experiment with Katib's defaults filled in
   */
  void validate(Experiment experiment, ExperimentFindings findings);
}
