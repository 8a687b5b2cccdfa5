package io.kfaws.katib;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Source;
import io.kfaws.text.Document;
import io.kfaws.text.Yaml;
import io.kfaws.text.YamlText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An experiment of Katib ({@code kubeflow.org/v1beta1}), whole: each accessor's path is the key's
 * path in the manifest.
 *
 * <p>It is of its form, no more: whether its parts agree, {@link ExperimentValidator} says.
 *
 * @param apiVersion always {@value #API_VERSION}
 * @param kind always {@value #KIND}
 * @param metadata what it is called, and where it runs
 * @param spec what it searches, and how
 */
public record Experiment(String apiVersion, String kind, Metadata metadata, ExperimentSpec spec) {

  /** The version of the API. */
  public static final String API_VERSION = "kubeflow.org/v1beta1";

  /** The kind of the object. */
  public static final String KIND = "Experiment";

  /** Flux puts its own variables for {@code ${…}} unless an object says that it is not to. */
  public static final String SUBSTITUTE = "kustomize.toolkit.fluxcd.io/substitute";

  static final String DISABLED = "disabled";

  /** An experiment of this name and spec. */
  public Experiment(Metadata metadata, ExperimentSpec spec) {
    this(API_VERSION, KIND, metadata, spec);
  }

  /** The first word of an experiment that is written in Java. */
  public static ExperimentBuilder named(String name) {
    return new ExperimentBuilder(name);
  }

  /**
   * The same experiment, annotated so that Flux leaves {@code ${trialParameters.…}} alone ({@code
   * kustomize.toolkit.fluxcd.io/substitute: disabled}).
   */
  public Experiment withoutSubstitution() {
    SortedMap<String, String> annotations = new TreeMap<>(metadata.annotations);
    annotations.put(SUBSTITUTE, DISABLED);
    return new Experiment(
        apiVersion,
        kind,
        new Metadata(metadata.name, metadata.namespace, metadata.labels, annotations),
        spec);
  }

  /** The manifest as a tree. */
  public ObjectNode tree() {
    return Trees.of(this);
  }

  /**
   * The manifest as a YAML document that every reader takes for the same thing; lines end with LF.
   */
  public String yaml() {
    return YamlText.of(tree());
  }

  /** The manifest as it is written, with places in it, under the name of a file that is not. */
  public Document document() {
    return Yaml.read(new Source(metadata.name + ".yaml", Path.of("experiment.yaml"), yaml()));
  }

  /**
   * What the cluster knows an experiment by.
   *
   * @param name its name, at most 40 characters
   * @param namespace where it and its trials run; absent: where it is applied
   * @param labels its labels
   * @param annotations its annotations
   */
  public record Metadata(
      String name,
      Optional<String> namespace,
      SortedMap<String, String> labels,
      SortedMap<String, String> annotations) {

    /** Copies the maps. */
    public Metadata {
      labels = Trees.sorted(labels);
      annotations = Trees.sorted(annotations);
    }
  }
}
