package io.kfaws.katib;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What an experiment makes small or large.
 *
 * @param type small or large
 * @param goal the value at which the experiment has succeeded, if it is not to run on
 * @param objectiveMetricName the metric, as the trial reports it
 * @param additionalMetricNames further metrics that are collected
 * @param metricStrategies which of a metric's values counts; absent: the smallest or the largest,
 *     by the type
 */
public record Objective(
    Type type,
    Optional<BigDecimal> goal,
    String objectiveMetricName,
    List<String> additionalMetricNames,
    List<MetricStrategy> metricStrategies) {

  /** Copies the lists; goals that are the same number are equal. */
  public Objective {
    goal = goal.map(BigDecimal::stripTrailingZeros);
    additionalMetricNames = List.copyOf(additionalMetricNames);
    metricStrategies = List.copyOf(metricStrategies);
  }

  /** Which way the metric is to go. */
  public enum Type {
    /** The smaller, the better. */
    @JsonProperty("minimize")
    MINIMIZE,
    /** The larger, the better. */
    @JsonProperty("maximize")
    MAXIMIZE
  }

  /**
   * Which of the values that a trial reports for a metric counts.
   *
   * @param name the metric
   * @param value which value
   */
  public record MetricStrategy(String name, Extract value) {}

  /** The value of a metric that counts. */
  public enum Extract {
    /** The smallest. */
    @JsonProperty("min")
    MIN,
    /** The largest. */
    @JsonProperty("max")
    MAX,
    /** The last one. */
    @JsonProperty("latest")
    LATEST
  }
}
