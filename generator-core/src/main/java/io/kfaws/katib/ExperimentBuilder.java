package io.kfaws.katib;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.katib.ExperimentSpec.ResumePolicy;
import io.kfaws.katib.Objective.Extract;
import java.math.BigDecimal;
import java.util.List;

/**
 * An experiment in the words of Java:
 *
 * <pre>{@code
 * Experiment.named("random")
 *     .in("team-a")
 *     .maximize("accuracy")
 *     .goal(0.9)
 *     .algorithm("random")
 *     .trials(12)
 *     .parameter(Parameter.real("lr", 0.01, 0.05))
 *     .trial(TrialJob.of("registry.example.com/train:1.0").args("--lr=${trialParameters.lr}"))
 *     .build();
 * }</pre>
 *
 * <p>What is in a template as {@code ${trialParameters.<name>}} and is not declared is filled from
 * the parameter of that name, if there is one. Not for several threads.
 */
public final class ExperimentBuilder {
  private final ObjectNode metadata = JsonNodeFactory.instance.objectNode();
  private final ObjectNode spec = JsonNodeFactory.instance.objectNode();

  ExperimentBuilder(String name) {
    metadata.put("name", name);
  }

  /** Where it and its trials run. */
  public ExperimentBuilder in(String namespace) {
    metadata.put("namespace", namespace);
    return this;
  }

  /** A label of the experiment. */
  public ExperimentBuilder label(String key, String value) {
    metadata.withObjectProperty("labels").put(key, value);
    return this;
  }

  /** An annotation of the experiment. */
  public ExperimentBuilder annotation(String key, String value) {
    metadata.withObjectProperty("annotations").put(key, value);
    return this;
  }

  /** The smaller this metric, the better. */
  public ExperimentBuilder minimize(String metric) {
    objective().put("type", "minimize").put("objectiveMetricName", metric);
    return this;
  }

  /** The larger this metric, the better. */
  public ExperimentBuilder maximize(String metric) {
    objective().put("type", "maximize").put("objectiveMetricName", metric);
    return this;
  }

  /** The metric's value at which the experiment has succeeded. */
  public ExperimentBuilder goal(double value) {
    objective().put("goal", BigDecimal.valueOf(value));
    return this;
  }

  /** Further metrics that are collected. */
  public ExperimentBuilder observe(String... metrics) {
    List.of(metrics).forEach(objective().withArrayProperty("additionalMetricNames")::add);
    return this;
  }

  /** Which of the values that a trial reports for a metric counts. */
  public ExperimentBuilder count(String metric, Extract value) {
    ObjectNode strategy = Trees.of(new Objective.MetricStrategy(metric, value));
    objective().withArrayProperty("metricStrategies").add(strategy);
    return this;
  }

  /** How the next trial is found, without settings. */
  public ExperimentBuilder algorithm(String name) {
    return algorithm(Algorithm.named(name));
  }

  /** How the next trial is found. */
  public ExperimentBuilder algorithm(Algorithm algorithm) {
    spec.set("algorithm", Trees.of(algorithm));
    return this;
  }

  /** How trials without prospects are found and stopped. */
  public ExperimentBuilder stopEarly(Algorithm algorithm) {
    spec.set("earlyStopping", Trees.of(algorithm));
    return this;
  }

  /** How many trials there are at most. */
  public ExperimentBuilder trials(int most) {
    spec.put("maxTrialCount", most);
    return this;
  }

  /** How many trials run at a time. */
  public ExperimentBuilder parallel(int atATime) {
    spec.put("parallelTrialCount", atATime);
    return this;
  }

  /** How many trials may fail before the experiment does. */
  public ExperimentBuilder failures(int most) {
    spec.put("maxFailedTrialCount", most);
    return this;
  }

  /** Whether it can go on after its end. */
  public ExperimentBuilder resume(ResumePolicy policy) {
    spec.set("resumePolicy", Trees.of(policy));
    return this;
  }

  /** One more parameter to search. */
  public ExperimentBuilder parameter(Parameter parameter) {
    spec.withArrayProperty("parameters").add(Trees.of(parameter));
    return this;
  }

  /** A neural network's architecture to search, instead of parameters. */
  public ExperimentBuilder architecture(NasConfig config) {
    spec.set("nasConfig", Trees.of(config));
    return this;
  }

  /** How the metrics get out of a trial. */
  public ExperimentBuilder metrics(MetricsCollector collector) {
    spec.set("metricsCollectorSpec", Trees.of(collector));
    return this;
  }

  /** What a trial runs: a job of one container. */
  public ExperimentBuilder trial(TrialJob job) {
    return trial(job.template());
  }

  /** What a trial runs. */
  public ExperimentBuilder trial(TrialTemplate template) {
    spec.set("trialTemplate", Trees.of(template));
    return this;
  }

  private ObjectNode objective() {
    return spec.withObjectProperty("objective");
  }

  /**
   * The experiment. Whether Katib takes it, {@link ExperimentValidator} says.
   *
   * @throws IllegalStateException if the objective, the algorithm or the trial is missing
   */
  public Experiment build() {
    require(spec.path("objective").has("type"), "minimize or maximize");
    require(spec.has("algorithm"), "algorithm");
    require(spec.has("trialTemplate"), "trial");
    return new Experiment(
        Trees.bind(metadata, Experiment.Metadata.class),
        Trees.bind(Shorthand.expand(spec), ExperimentSpec.class));
  }

  private static void require(boolean said, String word) {
    if (!said) {
      throw new IllegalStateException("an experiment is not whole without " + word);
    }
  }
}
