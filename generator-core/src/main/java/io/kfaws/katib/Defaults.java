package io.kfaws.katib;

import com.fasterxml.jackson.databind.node.IntNode;
import io.kfaws.katib.MetricsCollector.Collector;
import io.kfaws.katib.MetricsCollector.Kind;
import io.kfaws.katib.MetricsSource.FileFormat;
import io.kfaws.katib.MetricsSource.FileSystemPath;
import io.kfaws.katib.MetricsSource.HttpGet;
import io.kfaws.katib.MetricsSource.PathKind;
import io.kfaws.katib.Objective.Extract;
import io.kfaws.katib.Objective.MetricStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Katib's mutating webhook fills in before its validating one looks (Katib, {@code
 * pkg/apis/controller/experiments/v1beta1/experiment_defaults.go}).
 */
final class Defaults {
  /** How many trials run at a time. */
  static final int PARALLEL = 3;

  private static final int PORT = 8080;

  private Defaults() {}

  /** The experiment with its defaults filled in. */
  static Experiment fill(Experiment experiment) {
    ExperimentSpec spec = experiment.spec();
    return new Experiment(
        experiment.metadata(),
        new ExperimentSpec(
            objective(spec.objective()),
            spec.algorithm(),
            spec.earlyStopping(),
            Optional.of(spec.parallelTrialCount().orElse(PARALLEL)),
            spec.maxTrialCount(),
            spec.maxFailedTrialCount(),
            Optional.of(spec.resumePolicy().orElse(ExperimentSpec.ResumePolicy.NEVER)),
            spec.parameters().stream().map(Defaults::parameter).toList(),
            spec.nasConfig(),
            Optional.of(collector(spec.metricsCollectorSpec())),
            TrialDefaults.fill(spec.trialTemplate())));
  }

  private static Objective objective(Objective objective) {
    Extract extract = objective.type() == Objective.Type.MINIMIZE ? Extract.MIN : Extract.MAX;
    List<MetricStrategy> strategies = new ArrayList<>(objective.metricStrategies());
    Stream.concat(
            Stream.of(objective.objectiveMetricName()), objective.additionalMetricNames().stream())
        .filter(metric -> strategies.stream().noneMatch(given -> given.name().equals(metric)))
        .toList()
        .forEach(metric -> strategies.add(new MetricStrategy(metric, extract)));
    return new Objective(
        objective.type(),
        objective.goal(),
        objective.objectiveMetricName(),
        objective.additionalMetricNames(),
        strategies);
  }

  private static Parameter parameter(Parameter parameter) {
    return parameter.feasibleSpace().distribution().isPresent()
        ? parameter
        : parameter.distributed(FeasibleSpace.Distribution.UNIFORM);
  }

  private static MetricsCollector collector(Optional<MetricsCollector> given) {
    Kind kind = given.map(MetricsCollector::kind).orElse(Kind.STD_OUT);
    Optional<MetricsSource> source = given.flatMap(MetricsCollector::source);
    return new MetricsCollector(
        source(kind, source),
        Optional.of(
            given
                .flatMap(MetricsCollector::collector)
                .orElse(new Collector(kind, Optional.empty()))));
  }

  private static Optional<MetricsSource> source(Kind kind, Optional<MetricsSource> given) {
    Optional<HttpGet> get = given.flatMap(MetricsSource::httpGet);
    Optional<FileSystemPath> path = given.flatMap(MetricsSource::fileSystemPath);
    return switch (kind) {
      case PROMETHEUS_METRIC -> Optional.of(source(given, Optional.of(get(get)), path));
      case FILE ->
          Optional.of(
              source(
                  given,
                  get,
                  Optional.of(
                      path(
                          path,
                          "/var/log/katib/metrics.log",
                          PathKind.FILE,
                          Optional.of(FileFormat.TEXT)))));
      case TENSOR_FLOW_EVENT ->
          Optional.of(
              source(
                  given,
                  get,
                  Optional.of(
                      path(
                          path, "/var/log/katib/tfevent/", PathKind.DIRECTORY, Optional.empty()))));
      case STD_OUT, CUSTOM, PUSH -> given;
    };
  }

  private static MetricsSource source(
      Optional<MetricsSource> given, Optional<HttpGet> get, Optional<FileSystemPath> path) {
    return new MetricsSource(get, path, given.flatMap(MetricsSource::filter));
  }

  private static HttpGet get(Optional<HttpGet> given) {
    return new HttpGet(
        given
            .flatMap(HttpGet::path)
            .filter(path -> !path.isEmpty())
            .or(() -> Optional.of("/metrics")),
        given
            .flatMap(HttpGet::port)
            .filter(port -> !port.asText().equals("0"))
            .or(() -> Optional.of(IntNode.valueOf(PORT))),
        given.flatMap(HttpGet::host),
        given.flatMap(HttpGet::scheme),
        given.map(HttpGet::httpHeaders).orElse(List.of()));
  }

  private static FileSystemPath path(
      Optional<FileSystemPath> given, String path, PathKind kind, Optional<FileFormat> format) {
    return new FileSystemPath(
        given.flatMap(FileSystemPath::path).filter(p -> !p.isEmpty()).or(() -> Optional.of(path)),
        given.flatMap(FileSystemPath::kind).or(() -> Optional.of(kind)),
        given.flatMap(FileSystemPath::format).or(() -> format));
  }
}
