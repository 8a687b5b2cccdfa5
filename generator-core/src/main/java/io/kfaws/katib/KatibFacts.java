package io.kfaws.katib;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * @param kubernetes the version of Kubernetes' API that its webhook decodes Jobs with
 * @param defaults what the webhook fills in
 * @param collectors the kinds of collectors, and where each looks by itself
 * @param unconfigured the kinds of collectors that its katib-config, as shipped, has no image for
 * @param stopRules what becomes of the rules of early stopping beside a collector; absent: it obeys
 * @param trialKinds the kinds of trials that it knows
 * @param trialReferences what a trial parameter can refer to in the trial itself
 * @param algorithms the algorithms that it has a service for
 * @param unchecked the ids of rules that its webhook does not have yet: their findings are warnings
 */
public record KatibFacts(
    String katib,
    String schema,
    String kubernetes,
    Defaults defaults,
    SortedMap<Kind, MetricsSource> collectors,
    List<Kind> unconfigured,
    SortedMap<Kind, StopRules> stopRules,
    SortedMap<String, TrialKind> trialKinds,
    TrialReferences trialReferences,
    Algorithms algorithms,
    List<String> unchecked) {

  private static final Map<String, KatibFacts> READ = new ConcurrentHashMap<>();

  /** Copies the maps. */
  public KatibFacts {
    collectors = Trees.sorted(collectors);
    unconfigured = List.copyOf(unconfigured);
    stopRules = Trees.sorted(stopRules);
    unchecked = List.copyOf(unchecked);
    trialKinds = Trees.sorted(trialKinds);
  }

  /**
   * The facts of a version, as a release's descriptor names it.
   *
   * @throws IllegalArgumentException if there is no data of it
   */
  public static KatibFacts of(String version) {
    return READ.computeIfAbsent(version, v -> Trees.bind(data(v), KatibFacts.class));
  }

  /**
   * The data of a version, whole: what it {@code extends}, without what is listed as {@code
   * without}, with its own over it.
   *
   * @throws IllegalArgumentException if there is no data of it
   */
  public static ObjectNode data(String version) {
    ObjectNode own = Data.read("overlays/katib/" + version + ".yaml", ObjectNode.class);
    JsonNode extended = own.remove("extends");
    if (extended == null) {
      return own;
    }
    ObjectNode whole = data(extended.asText());
    for (JsonNode gone : Optional.ofNullable(own.remove("without")).orElse(own.arrayNode())) {
      JsonPointer at = JsonPointer.compile(gone.asText());
      if (!(whole.at(at.head()) instanceof ObjectNode around)
          || around.remove(at.last().getMatchingProperty()) == null) {
        throw new IllegalStateException(version + " is without what is not there: " + at);
      }
    }
    merge(whole, own);
    return whole;
  }

  private static void merge(ObjectNode whole, ObjectNode own) {
    for (var entry : own.properties()) {
      if (entry.getValue() instanceof ObjectNode more
          && whole.get(entry.getKey()) instanceof ObjectNode around) {
        merge(around, more);
      } else {
        whole.set(entry.getKey(), entry.getValue());
      }
    }
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

  /** What becomes of the rules of early stopping where a collector does not obey them. */
  public enum StopRules {
    /** The collector ends on them, and the trial with it. */
    @JsonProperty("fails")
    FAILS,
    /** Nobody reads them. */
    @JsonProperty("ignores")
    IGNORES
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
