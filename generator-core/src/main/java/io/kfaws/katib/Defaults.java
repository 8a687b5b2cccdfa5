package io.kfaws.katib;

import io.kfaws.katib.KatibFacts.TrialKind;
import io.kfaws.katib.MetricsCollector.Collector;
import io.kfaws.katib.MetricsCollector.Kind;
import io.kfaws.katib.MetricsSource.FileSystemPath;
import io.kfaws.katib.MetricsSource.HttpGet;
import io.kfaws.katib.Objective.Extract;
import io.kfaws.katib.Objective.MetricStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Katib's mutating webhook fills in before its validating one looks.
 *
 * @param facts what it fills in
 */
record Defaults(KatibFacts facts) {

  /** The experiment with its defaults filled in. */
  Experiment fill(Experiment experiment) {
    ExperimentSpec spec = experiment.spec();
    KatibFacts.Defaults defaults = facts.defaults();
    return new Experiment(
        experiment.metadata(),
        new ExperimentSpec(
            objective(spec.objective()),
            spec.algorithm(),
            spec.earlyStopping(),
            Optional.of(spec.parallelTrialCount().orElse(defaults.parallelTrialCount())),
            spec.maxTrialCount(),
            spec.maxFailedTrialCount(),
            Optional.of(spec.resumePolicy().orElse(defaults.resumePolicy())),
            spec.parameters().stream().map(this::parameter).toList(),
            spec.nasConfig(),
            Optional.of(collector(spec.metricsCollectorSpec())),
            template(spec.trialTemplate())));
  }

  private Objective objective(Objective objective) {
    Optional<Extract> extract =
        Optional.ofNullable(facts.defaults().metricStrategies().get(objective.type()));
    List<MetricStrategy> strategies = new ArrayList<>(objective.metricStrategies());
    Stream.concat(
            Stream.of(objective.objectiveMetricName()), objective.additionalMetricNames().stream())
        .filter(metric -> strategies.stream().noneMatch(given -> given.name().equals(metric)))
        .toList()
        .forEach(
            metric ->
                extract.ifPresent(value -> strategies.add(new MetricStrategy(metric, value))));
    return new Objective(
        objective.type(),
        objective.goal(),
        objective.objectiveMetricName(),
        objective.additionalMetricNames(),
        strategies);
  }

  private Parameter parameter(Parameter parameter) {
    return parameter.feasibleSpace().distribution().isPresent()
        ? parameter
        : facts.defaults().distribution().map(parameter::distributed).orElse(parameter);
  }

  private MetricsCollector collector(Optional<MetricsCollector> given) {
    Collector collector =
        given
            .flatMap(MetricsCollector::collector)
            .orElse(new Collector(facts.defaults().collector(), Optional.empty()));
    return new MetricsCollector(
        source(collector.kind(), given.flatMap(MetricsCollector::source)), Optional.of(collector));
  }

  private Optional<MetricsSource> source(Kind kind, Optional<MetricsSource> given) {
    Optional<MetricsSource> own = Optional.ofNullable(facts.collectors().get(kind));
    Optional<HttpGet> ownGet = own.flatMap(MetricsSource::httpGet);
    Optional<FileSystemPath> ownPath = own.flatMap(MetricsSource::fileSystemPath);
    if (ownGet.isEmpty() && ownPath.isEmpty()) {
      return given;
    }
    Optional<HttpGet> get = given.flatMap(MetricsSource::httpGet);
    Optional<FileSystemPath> path = given.flatMap(MetricsSource::fileSystemPath);
    return Optional.of(
        new MetricsSource(
            ownGet.map(all -> get.map(some -> filled(some, all)).orElse(all)).or(() -> get),
            ownPath.map(all -> path.map(some -> filled(some, all)).orElse(all)).or(() -> path),
            given.flatMap(MetricsSource::filter)));
  }

  /** Empty texts and port 0 are what Go takes for absent. */
  private static HttpGet filled(HttpGet given, HttpGet own) {
    return new HttpGet(
        given.path().filter(path -> !path.isEmpty()).or(own::path),
        given.port().filter(port -> !port.asText().equals("0")).or(own::port),
        given.host(),
        given.scheme(),
        given.httpHeaders());
  }

  private static FileSystemPath filled(FileSystemPath given, FileSystemPath own) {
    return new FileSystemPath(
        given.path().filter(path -> !path.isEmpty()).or(own::path),
        given.kind().or(own::kind),
        given.format().or(own::format));
  }

  /** The template with what follows from the kind of its object. */
  private TrialTemplate template(TrialTemplate template) {
    Optional<TrialKind> known = Optional.ofNullable(facts.trialKinds().get(template.kind()));
    return new TrialTemplate(
        template.retain(),
        template.primaryContainerName(),
        template.primaryPodLabels().isEmpty()
            ? known.map(TrialKind::primaryPodLabels).orElse(template.primaryPodLabels())
            : template.primaryPodLabels(),
        template.successCondition().or(() -> known.map(kind -> condition(kind.succeeded()))),
        template.failureCondition().or(() -> known.map(kind -> condition(kind.failed()))),
        template.trialParameters(),
        template.trialSpec(),
        template.configMap());
  }

  /** The GJSON path that finds a condition of this type once it is true. */
  static String condition(String type) {
    return "status.conditions.#(type==\"" + type + "\")#|#(status==\"True\")#";
  }
}
