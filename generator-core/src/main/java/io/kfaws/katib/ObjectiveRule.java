package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.katib.Objective.MetricStrategy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The objective's metrics: each is named once, and strategies are about one of them. */
final class ObjectiveRule implements ExperimentRule {
  private static final JsonPointer OBJECTIVE = JsonPointer.compile("/spec/objective");

  @Override
  public void validate(Experiment experiment, Findings findings) {
    Objective objective = experiment.spec().objective();
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
            Words.meant(Optional.of(strategy.name()), metrics, "collected"));
      }
    }
  }
}
