package io.kfaws.katib;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a trial runs.
 *
 * @param retain whether what it ran stays after its end
 * @param primaryContainerName the container whose metrics are collected
 * @param primaryPodLabels what marks the pod of that container, where a trial has several pods
 * @param successCondition a GJSON path that finds something in the object once the trial has
 *     succeeded; absent: Katib knows it for its usual kinds
 * @param failureCondition the same for a trial that has failed
 * @param trialParameters what is put into the template for each trial
 * @param trialSpec the object that a trial creates, of any kind; strings in it can hold {@code
 *     ${trialParameters.<name>}}
 * @param configMap where that object is, if it is not here; exactly one of the two is there
 */
public record TrialTemplate(
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean retain,
    String primaryContainerName,
    SortedMap<String, String> primaryPodLabels,
    Optional<String> successCondition,
    Optional<String> failureCondition,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<TrialParameter> trialParameters,
    Optional<ObjectNode> trialSpec,
    Optional<ConfigMapSource> configMap) {

  /** Copies the collections and the tree. */
  public TrialTemplate {
    primaryPodLabels = Trees.sorted(primaryPodLabels);
    trialParameters = List.copyOf(trialParameters);
    trialSpec = trialSpec.map(ObjectNode::deepCopy);
  }

  /** A template that creates this object, whose container of this name trains. */
  public static TrialTemplate of(String primaryContainerName, ObjectNode trialSpec) {
    return new TrialTemplate(
        false,
        primaryContainerName,
        new TreeMap<>(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(trialSpec),
        Optional.empty());
  }

  /** The same template with {@code ${trialParameters.<name>}} filled from a parameter. */
  public TrialTemplate fill(String name, String reference, String description) {
    return filled(new TrialParameter(name, Optional.of(description), reference));
  }

  /** The same template with {@code ${trialParameters.<name>}} filled from a parameter. */
  public TrialTemplate fill(String name, String reference) {
    return filled(new TrialParameter(name, Optional.empty(), reference));
  }

  private TrialTemplate filled(TrialParameter more) {
    return new TrialTemplate(
        retain,
        primaryContainerName,
        primaryPodLabels,
        successCondition,
        failureCondition,
        Stream.concat(trialParameters.stream(), Stream.of(more)).toList(),
        trialSpec,
        configMap);
  }

  /** The same template with these ends, for kinds of which Katib knows none. */
  public TrialTemplate ending(String success, String failure) {
    return new TrialTemplate(
        retain,
        primaryContainerName,
        primaryPodLabels,
        Optional.of(success),
        Optional.of(failure),
        trialParameters,
        trialSpec,
        configMap);
  }

  /** A copy of the object that a trial creates: trees change, records do not. */
  @Override
  public Optional<ObjectNode> trialSpec() {
    return trialSpec.map(ObjectNode::deepCopy);
  }

  /** Whether an object is a batch/v1 Job, the one kind that the webhook looks into. */
  static boolean isJob(ObjectNode trial) {
    return trial.path("apiVersion").asText().equals("batch/v1")
        && trial.path("kind").asText().equals("Job");
  }

  /** The kind of the object that a trial creates; empty if it is not here. */
  String kind() {
    return trialSpec.map(spec -> spec.path("kind").asText()).orElse("");
  }

  /**
   * A place in the template that each trial fills with a value of its own.
   *
   * @param name what is there as {@code ${trialParameters.<name>}}
   * @param description what it is, for people
   * @param reference the parameter whose value it gets, or {@code ${trialSpec.Name}} and the like
   *     for what is known of the trial itself
   */
  public record TrialParameter(String name, Optional<String> description, String reference) {}

  /**
   * A template that lies in a ConfigMap of the cluster.
   *
   * @param configMapName the ConfigMap
   * @param configMapNamespace its namespace
   * @param templatePath the key in it
   */
  public record ConfigMapSource(
      String configMapName, String configMapNamespace, String templatePath) {}
}
