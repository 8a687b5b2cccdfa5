package io.kfaws.katib;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * How the metrics get out of a trial.
 *
 * @param source where they are; absent: where its kind of collector looks by itself
 * @param collector what reads them; absent: the collector of standard output
 */
public record MetricsCollector(Optional<MetricsSource> source, Optional<Collector> collector) {

  /** Metrics that the trial prints, in lines that match; none: {@code name=value}. */
  public static MetricsCollector stdOut(String... metricsFormat) {
    return metricsFormat.length == 0
        ? of(Kind.STD_OUT)
        : new MetricsCollector(
            Optional.of(MetricsSource.matching(List.of(metricsFormat))),
            Optional.of(new Collector(Kind.STD_OUT, Optional.empty())));
  }

  /** Metrics in a file, in this format. */
  public static MetricsCollector file(String path, MetricsSource.FileFormat format) {
    return of(Kind.FILE, MetricsSource.at(path, MetricsSource.PathKind.FILE, Optional.of(format)));
  }

  /** Metrics in the event files of TensorFlow in a folder. */
  public static MetricsCollector tensorFlowEvents(String folder) {
    return of(
        Kind.TENSOR_FLOW_EVENT,
        MetricsSource.at(folder, MetricsSource.PathKind.DIRECTORY, Optional.empty()));
  }

  /** Metrics that the trial serves to Prometheus. */
  public static MetricsCollector prometheus(int port, String path) {
    return of(Kind.PROMETHEUS_METRIC, MetricsSource.served(port, path));
  }

  /** Metrics that the trial sends to Katib itself. */
  public static MetricsCollector push() {
    return of(Kind.PUSH);
  }

  /** Metrics that a container of your own (core/v1 Container) reads. */
  public static MetricsCollector custom(ObjectNode container, Optional<MetricsSource> source) {
    return new MetricsCollector(
        source, Optional.of(new Collector(Kind.CUSTOM, Optional.of(container))));
  }

  private static MetricsCollector of(Kind kind) {
    return new MetricsCollector(
        Optional.empty(), Optional.of(new Collector(kind, Optional.empty())));
  }

  private static MetricsCollector of(Kind kind, MetricsSource source) {
    return new MetricsCollector(
        Optional.of(source), Optional.of(new Collector(kind, Optional.empty())));
  }

  /**
   * What reads the metrics.
   *
   * @param kind its kind
   * @param customCollector the container that reads them, for kind {@code Custom}
   */
  public record Collector(Kind kind, Optional<ObjectNode> customCollector) {

    /** Copies the tree. */
    public Collector {
      customCollector = customCollector.map(ObjectNode::deepCopy);
    }

    /** A copy of the container: trees change, records do not. */
    @Override
    public Optional<ObjectNode> customCollector() {
      return customCollector.map(ObjectNode::deepCopy);
    }
  }

  /** The kinds of collectors. */
  public enum Kind {
    /** Reads what the trial prints. */
    @JsonProperty("StdOut")
    STD_OUT,
    /** Reads a file. */
    @JsonProperty("File")
    FILE,
    /** Reads event files of TensorFlow. */
    @JsonProperty("TensorFlowEvent")
    TENSOR_FLOW_EVENT,
    /** Asks an endpoint as Prometheus would. */
    @JsonProperty("PrometheusMetric")
    PROMETHEUS_METRIC,
    /** A container of the user's own. */
    @JsonProperty("Custom")
    CUSTOM,
    /** Nothing: the trial reports by itself. */
    @JsonProperty("Push")
    PUSH,
    /** Nothing: before Katib 0.18, which has {@code Push} instead. */
    @JsonProperty("None")
    NONE
  }
}
