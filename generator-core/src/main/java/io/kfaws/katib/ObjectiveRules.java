package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.katib.Objective.MetricStrategy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an experiment is after, and when it ends: its metrics are named once, strategies are about
 * one of them, and no more trials fail, or run at a time, than there are.
 *
 * @param facts what is filled in where nothing is written
 */
record ObjectiveRules(KatibFacts facts) implements ExperimentRule {
  private static final JsonPointer OBJECTIVE = JsonPointer.compile("/spec/objective");
  private static final String COUNTS = "trial-counts";

  @Override
  public void validate(Experiment experiment, ExperimentFindings findings) {
    metrics(experiment.spec().objective(), findings);
    Optional<Integer> most = experiment.spec().maxTrialCount();
    // Without it the experiment runs until its goal is reached.
    if (most.isEmpty() && experiment.spec().objective().goal().isEmpty()) {
      findings.warning(
          "endless-experiment",
          SPEC.appendProperty("maxTrialCount"),
          "is missing, and so is objective.goal: nothing ends the experiment but failures",
          "write maxTrialCount: with how many trials there are at most, or a goal");
    }
    most.ifPresent(all -> counts(experiment.spec(), all, findings));
  }

  private static void metrics(Objective objective, ExperimentFindings findings) {
    int again = objective.additionalMetricNames().indexOf(objective.objectiveMetricName());
    if (again >= 0) {
      findings.error(
          "duplicate-metric",
          OBJECTIVE.appendProperty("additionalMetricNames").appendIndex(again),
          objective.objectiveMetricName() + " is the objective's own metric",
          "remove it here; it is collected anyway");
    }
    List<String> metrics =
        Stream.concat(
                Stream.of(objective.objectiveMetricName()),
                objective.additionalMetricNames().stream())
            .toList();
    for (int i = 0; i < objective.metricStrategies().size(); i++) {
      MetricStrategy strategy = objective.metricStrategies().get(i);
      if (!metrics.contains(strategy.name())) {
        findings.warning(
            "unknown-metric",
            OBJECTIVE.appendProperty("metricStrategies").appendIndex(i).appendProperty("name"),
            "no metric of the objective is called " + strategy.name(),
            ExperimentFindings.meant(strategy.name(), metrics, "collected"));
      }
    }
  }

  private void counts(ExperimentSpec spec, int most, ExperimentFindings findings) {
    if (spec.maxFailedTrialCount().orElse(0) > most) {
      findings.error(
          COUNTS,
          SPEC.appendProperty("maxFailedTrialCount"),
          "more trials may fail than the " + most + " of maxTrialCount",
          "write at most " + most);
    }
    int usual = facts.defaults().parallelTrialCount();
    if (spec.parallelTrialCount().orElse(usual) > most) {
      findings.error(
          COUNTS,
          SPEC.appendProperty("parallelTrialCount"),
          "more trials run at a time than the " + most + " of maxTrialCount",
          "write at most " + most + "; it is " + usual + " where it is not written");
    }
  }
}
