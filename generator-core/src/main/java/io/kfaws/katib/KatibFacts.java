package io.kfaws.katib;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.katib.MetricsCollector.Kind;
import io.kfaws.katib.Objective.Extract;
import io.kfaws.text.Data;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one version of Katib fills in, knows and takes, as far as experiments are judged by it: the
 * data of {@code overlays/katib/<version>.yaml}.
 *
 * @param katib the version, for example {@code 0.19}
 * @param schema the schema of a manifest, below {@code schemas/}
 * @param defaults what the webhook fills in
 * @param collectors the kinds of collectors, and where each looks by itself
 * @param trialKinds the kinds of trials that it knows
 * @param trialReferences what a trial parameter can refer to in the trial itself
 * @param algorithms the algorithms that it has a service for
 */
public record KatibFacts(
    String katib,
    String schema,
    Defaults defaults,
    SortedMap<Kind, MetricsSource> collectors,
    SortedMap<String, TrialKind> trialKinds,
    TrialReferences trialReferences,
    Algorithms algorithms) {

  private static final Map<String, KatibFacts> READ = new ConcurrentHashMap<>();

  /** Copies the maps. */
  public KatibFacts {
    collectors = Trees.sorted(collectors);
    trialKinds = Trees.sorted(trialKinds);
  }

  /**
   * The facts of a version, as a release's descriptor names it.
   *
   * @throws IllegalArgumentException if there is no data of it
   */
  public static KatibFacts of(String version) {
    return READ.computeIfAbsent(
        version,
        v ->
            Trees.bind(
                Data.read("overlays/katib/" + v + ".yaml", JsonNode.class), KatibFacts.class));
  }

  /** The facts of the newest version, by which manifests are judged without a release. */
  public static KatibFacts newest() {
    JsonNode catalog = Data.read("overlays/catalog.yaml", JsonNode.class);
    return of(catalog.path("katib").path(0).asText());
  }

  /**
   * What the mutating webhook fills in.
   *
   * @param source where that is in Katib's source
   * @param parallelTrialCount how many trials run at a time
   * @param resumePolicy whether an experiment can go on after its end
   * @param distribution how often each value of a parameter is tried; absent: the version has none
   * @param metricStrategies the value of a metric that counts, by the objective's type
   * @param collector what reads the metrics
   */
  public record Defaults(
      String source,
      int parallelTrialCount,
      ExperimentSpec.ResumePolicy resumePolicy,
      Optional<FeasibleSpace.Distribution> distribution,
      SortedMap<Objective.Type, Extract> metricStrategies,
      Kind collector) {

    /** Copies the map. */
    public Defaults {
      metricStrategies = Trees.sorted(metricStrategies);
    }
  }

  /**
   * What Katib knows of a kind that trials create.
   *
   * @param succeeded the condition that a success sets
   * @param failed the condition that a failure sets
   * @param primaryPodLabels what marks the pod that trains
   */
  public record TrialKind(
      String succeeded, String failed, SortedMap<String, String> primaryPodLabels) {

    /** Copies the map. */
    public TrialKind {
      primaryPodLabels = Trees.sorted(primaryPodLabels);
    }
  }

  /**
   * What a trial parameter can refer to in the trial itself.
   *
   * @param source where that is in Katib's source
   * @param values the values: {@code ${trialSpec.Name}}
   * @param maps the mappings of its metadata: {@code ${trialSpec.Labels[key]}}
   */
  public record TrialReferences(String source, List<String> values, List<String> maps) {

    /** Copies the lists. */
    public TrialReferences {
      values = List.copyOf(values);
      maps = List.copyOf(maps);
    }
  }

  /**
   * The algorithms, in the order of the data.
   *
   * @param search those that look for the next trial
   * @param earlyStopping those that look for trials to stop
   */
  public record Algorithms(
      Map<String, AlgorithmFacts> search, Map<String, AlgorithmFacts> earlyStopping) {

    /** Copies the maps. */
    public Algorithms {
      search = Collections.unmodifiableMap(new LinkedHashMap<>(search));
      earlyStopping = Collections.unmodifiableMap(new LinkedHashMap<>(earlyStopping));
    }

    /** Those that look for the next trial and are under a rule. */
    List<String> needing(String rule) {
      return search.entrySet().stream()
          .filter(algorithm -> algorithm.getValue().needs(rule))
          .map(Map.Entry::getKey)
          .toList();
    }
  }
}
