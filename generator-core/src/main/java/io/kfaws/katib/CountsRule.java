package io.kfaws.katib;

import java.util.Optional;

/** No more trials fail, or run at a time, than there are. */
final class CountsRule implements ExperimentRule {
  private static final String RULE = "trial-counts";

  @Override
  public void validate(Experiment experiment, Findings findings) {
    ExperimentSpec spec = experiment.spec();
    Optional<Integer> all = spec.maxTrialCount();
    if (all.isEmpty()) {
      return; // the experiment runs until its goal is reached
    }
    int most = all.get();
    if (spec.maxFailedTrialCount().orElse(0) > most) {
      findings.error(
          RULE,
          SPEC.appendProperty("maxFailedTrialCount"),
          "more trials may fail than the " + most + " of maxTrialCount",
          "write at most " + most);
    }
    if (spec.parallelTrialCount().orElse(Defaults.PARALLEL) > most) {
      findings.error(
          RULE,
          SPEC.appendProperty("parallelTrialCount"),
          "more trials run at a time than the " + most + " of maxTrialCount",
          "write at most " + most + "; it is " + Defaults.PARALLEL + " where it is not written");
    }
  }
}
