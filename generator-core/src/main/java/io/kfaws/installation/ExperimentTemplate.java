package io.kfaws.installation;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A template of the library of experiments, and what goes into it. Which of these values a template
 * asks for, its own text says; numbers that Katib keeps as text are text here.
 *
 * @param name which template
 * @param image the image of the container that trains
 * @param command what it runs instead of the image's entry point
 * @param args the arguments
 * @param env environment variables by name
 * @param resources what the container asks for and may take
 * @param objective what is to become small or large
 * @param parameters the search space
 * @param settings the algorithm's settings by name
 * @param budget what hyperband shares out
 * @param earlyStopping when the median stopping rule looks at a trial
 * @param workers how many workers a distributed training has
 * @param parallelTrialCount how many trials run at a time
 * @param maxTrialCount how many trials there are
 * @param maxFailedTrialCount how many trials may fail
 * @param values what a template of the user's own asks for beside all this
 */
public record ExperimentTemplate(
    String name,
    Optional<String> image,
    List<String> command,
    List<String> args,
    SortedMap<String, String> env,
    Optional<Resources> resources,
    Optional<Objective> objective,
    List<Parameter> parameters,
    SortedMap<String, String> settings,
    Optional<Budget> budget,
    Optional<EarlyStopping> earlyStopping,
    Optional<Integer> workers,
    Optional<Integer> parallelTrialCount,
    Optional<Integer> maxTrialCount,
    Optional<Integer> maxFailedTrialCount,
    SortedMap<String, String> values) {

  /** Copies the collections. */
  public ExperimentTemplate {
    command = List.copyOf(command);
    args = List.copyOf(args);
    env = sorted(env);
    parameters = List.copyOf(parameters);
    settings = sorted(settings);
    values = sorted(values);
  }

  private static SortedMap<String, String> sorted(SortedMap<String, String> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /**
   * Kubernetes' quantities, by resource.
   *
   * @param requests what is kept for the container
   * @param limits the most that it gets
   */
  public record Resources(SortedMap<String, String> requests, SortedMap<String, String> limits) {
    /** Copies the maps. */
    public Resources {
      requests = sorted(requests);
      limits = sorted(limits);
    }
  }

  /**
   * What is to become small or large (Katib, {@code ObjectiveSpec}).
   *
   * @param type {@code minimize} or {@code maximize}
   * @param goal where the experiment ends
   * @param objectiveMetricName the metric
   * @param additionalMetricNames metrics that are collected beside it
   */
  public record Objective(
      String type,
      Optional<BigDecimal> goal,
      String objectiveMetricName,
      List<String> additionalMetricNames) {
    /** Copies the list. */
    public Objective {
      additionalMetricNames = List.copyOf(additionalMetricNames);
    }
  }

  /**
   * One dimension of the search space (Katib, {@code ParameterSpec}).
   *
   * @param name what is in the trial as {@code ${trialParameters.<name>}}
   * @param parameterType {@code double}, {@code int}, {@code discrete} or {@code categorical}
   * @param feasibleSpace the values that it can have
   */
  public record Parameter(String name, String parameterType, FeasibleSpace feasibleSpace) {}

  /**
   * The values that a parameter can have (Katib, {@code FeasibleSpace}).
   *
   * @param min the least number
   * @param max the largest number
   * @param step the distance of two numbers
   * @param list the choices
   * @param distribution how values are drawn
   */
  public record FeasibleSpace(
      Optional<String> min,
      Optional<String> max,
      Optional<String> step,
      List<String> list,
      Optional<String> distribution) {
    /** Copies the list. */
    public FeasibleSpace {
      list = List.copyOf(list);
    }
  }

  /**
   * What hyperband shares out among the trials.
   *
   * @param parameter the parameter that says how much a trial gets
   * @param most the most that one gets
   */
  public record Budget(String parameter, int most) {}

  /**
   * When the median stopping rule looks at a trial.
   *
   * @param minTrialsRequired how many trials have to succeed before
   * @param startStep from which report of its metric on
   */
  public record EarlyStopping(Optional<Integer> minTrialsRequired, Optional<Integer> startStep) {}
}
