package io.kfaws.katib;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * What an experiment searches, and how (Katib, {@code experiment_types.go}).
 *
 * @param objective what is to become small or large
 * @param algorithm how the next trial's parameters are found
 * @param earlyStopping how trials without prospects are found, if they are to be stopped
 * @param parallelTrialCount how many trials run at a time; absent: 3
 * @param maxTrialCount how many trials there are; absent: until the goal is reached
 * @param maxFailedTrialCount how many trials may fail before the experiment does
 * @param resumePolicy whether it can go on after its end; absent: never
 * @param parameters the search space of a search for hyperparameters
 * @param nasConfig the search space of a search for an architecture; exactly one of the two is
 *     there
 * @param metricsCollectorSpec how the metrics get out of a trial; absent: from its standard output
 * @param trialTemplate what a trial runs
 */
public record ExperimentSpec(
    Objective objective,
    Algorithm algorithm,
    Optional<Algorithm> earlyStopping,
    Optional<Integer> parallelTrialCount,
    Optional<Integer> maxTrialCount,
    Optional<Integer> maxFailedTrialCount,
    Optional<ResumePolicy> resumePolicy,
    List<Parameter> parameters,
    Optional<NasConfig> nasConfig,
    Optional<MetricsCollector> metricsCollectorSpec,
    TrialTemplate trialTemplate) {

  /** Copies the list. */
  public ExperimentSpec {
    parameters = List.copyOf(parameters);
  }

  /** Whether an experiment can go on after its end. */
  public enum ResumePolicy {
    /** It cannot; its suggestion service goes with it. */
    @JsonProperty("Never")
    NEVER,
    /** It can, since its suggestion service keeps running. */
    @JsonProperty("LongRunning")
    LONG_RUNNING,
    /** It can, since its suggestion service keeps its state on a volume. */
    @JsonProperty("FromVolume")
    FROM_VOLUME
  }
}
