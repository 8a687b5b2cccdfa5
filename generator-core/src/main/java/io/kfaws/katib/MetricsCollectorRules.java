package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ValueNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.kfaws.katib.KatibFacts.StopRules;
import io.kfaws.katib.MetricsCollector.Collector;
import io.kfaws.katib.MetricsCollector.Kind;
import io.kfaws.katib.MetricsSource.FileFormat;
import io.kfaws.katib.MetricsSource.FileSystemPath;
import io.kfaws.katib.MetricsSource.HttpGet;
import io.kfaws.katib.MetricsSource.PathKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The source of the metrics is one that the kind of collector can read, and its filters are regular
 * expressions with a group for the metric's name and one for its value.
 *
 * @param facts what each kind of collector reads
 */
record MetricsCollectorRules(KatibFacts facts) implements ExperimentRule {
  private static final JsonPointer COLLECTOR = JsonPointer.compile("/spec/metricsCollectorSpec");
  private static final JsonPointer SOURCE = COLLECTOR.appendProperty("source");
  private static final JsonPointer PATH = SOURCE.appendProperty("fileSystemPath");
  private static final JsonPointer FORMATS =
      JsonPointer.compile("/spec/metricsCollectorSpec/source/filter/metricsFormat");
  private static final String METRICS_PATH = "metrics-path";

  @Override
  public void validate(Experiment experiment, ExperimentFindings findings) {
    experiment
        .spec()
        .metricsCollectorSpec()
        .ifPresent(
            given -> {
              given
                  .collector()
                  .ifPresent(
                      one -> {
                        kind(one.kind(), experiment.spec().earlyStopping().isPresent(), findings);
                        validate(one, given.source(), findings);
                      });
              given.source().flatMap(MetricsSource::filter).ifPresent(f -> filter(f, findings));
            });
  }

  /** The kind is one that this Katib has, with an image, and that obeys early stopping. */
  private void kind(Kind kind, boolean stops, ExperimentFindings findings) {
    JsonPointer at = COLLECTOR.appendProperty("collector").appendProperty("kind");
    String name = Trees.of(kind).asText();
    if (!facts.collectors().containsKey(kind)) {
      List<String> known =
          facts.collectors().keySet().stream().map(one -> Trees.of(one).asText()).toList();
      findings.error(
          "unknown-collector",
          at,
          "Katib " + facts.katib() + " has no collector " + name,
          ExperimentFindings.meant(name, known, "its collectors"));
    } else if (facts.unconfigured().contains(kind)) {
      findings.error(
          "collector-without-image",
          at,
          "katib-config of Katib "
              + facts.katib()
              + " has no image for collector "
              + name
              + ", so its webhook refuses the experiment",
          "write the metrics to standard output (StdOut) or to a file (File), or bring a container"
              + " of your own (Custom)");
    }
    StopRules rules = facts.stopRules().get(kind);
    if (stops && rules != null) {
      findings.warning(
          "early-stopping-collector",
          SPEC.appendProperty("earlyStopping"),
          rules == StopRules.FAILS
              ? "collector "
                  + name
                  + " does not know the rules of early stopping and ends with exit code 2, and each"
                  + " trial fails"
              : "beside collector " + name + " nobody reads the rules: no trial is stopped early",
          "remove earlyStopping, or choose collector StdOut or File");
    }
  }

  private void validate(
      Collector collector, Optional<MetricsSource> source, ExperimentFindings findings) {
    Optional<FileSystemPath> path = source.flatMap(MetricsSource::fileSystemPath);
    Optional<MetricsSource> own = Optional.ofNullable(facts.collectors().get(collector.kind()));
    Optional<FileSystemPath> ownPath = own.flatMap(MetricsSource::fileSystemPath);
    if (path.isPresent() && ownPath.isPresent()) {
      path(path.get(), ownPath.get(), source.flatMap(MetricsSource::filter), findings);
    }
    if (own.flatMap(MetricsSource::httpGet).isPresent()) {
      source.flatMap(MetricsSource::httpGet).ifPresent(get -> endpoint(get, findings));
    }
    if (collector.kind() == Kind.CUSTOM) {
      custom(collector, path, findings);
    }
  }

  private static void path(
      FileSystemPath path,
      FileSystemPath own,
      Optional<MetricsSource.Filter> filter,
      ExperimentFindings findings) {
    absolute(path, findings);
    if (!path.kind().equals(own.kind())) {
      boolean file = own.kind().filter(PathKind.FILE::equals).isPresent();
      findings.error(
          METRICS_PATH,
          PATH.appendProperty("kind"),
          file ? "collector kind File reads a file" : "event files of TensorFlow lie in a folder",
          "write kind: " + (file ? "File" : "Directory") + ", or choose another collector");
    }
    if (own.format().isEmpty() && path.format().isPresent()) {
      findings.error(
          "metrics-format",
          PATH.appendProperty("format"),
          "event files of TensorFlow have their own format",
          "remove it");
    }
    if (own.format().isPresent()
        && path.format().filter(FileFormat.JSON::equals).isPresent()
        && filter.isPresent()) {
      findings.error(
          "metrics-filter",
          SOURCE.appendProperty("filter"),
          "a file of JSON has no filter",
          "remove it, or write format: TEXT");
    }
  }

  private static void custom(
      Collector collector, Optional<FileSystemPath> path, ExperimentFindings findings) {
    if (collector.customCollector().isEmpty()) {
      findings.error(
          "custom-collector",
          COLLECTOR.appendProperty("collector").appendProperty("customCollector"),
          "is missing; collector kind Custom needs it",
          "write the container that reads the metrics and reports them to Katib");
    }
    path.ifPresent(any -> absolute(any, findings));
    if (path.isPresent() && path.flatMap(FileSystemPath::kind).isEmpty()) {
      findings.error(
          METRICS_PATH,
          PATH.appendProperty("kind"),
          "is missing",
          "write kind: File or kind: Directory");
    }
  }

  private static void absolute(FileSystemPath path, ExperimentFindings findings) {
    if (!path.path().orElse("").startsWith("/")) {
      findings.error(
          METRICS_PATH,
          PATH.appendProperty("path"),
          "is not an absolute path",
          "write the path in the container from its root: /var/log/katib/metrics.log");
    }
  }

  private static void endpoint(HttpGet get, ExperimentFindings findings) {
    JsonPointer at = SOURCE.appendProperty("httpGet");
    if (!get.port().map(ValueNode::asText).orElse("").matches("0*[1-9][0-9]{0,4}")) {
      findings.error(
          "metrics-port", at.appendProperty("port"), "is not the number of a port", "write 8080");
    }
    if (!get.path().orElse("").startsWith("/")) {
      findings.error(
          METRICS_PATH,
          at.appendProperty("path"),
          "does not begin with /",
          "write the path of the endpoint: /metrics");
    }
  }

  /**
   * Filters are compiled with Go's engine (RE2). The webhook skips them for collector StdOut, whose
   * pod then ends (Katib, {@code pkg/metricscollector/v1beta1}); here they are errors for all.
   */
  private static void filter(MetricsSource.Filter filter, ExperimentFindings findings) {
    List<String> formats = filter.metricsFormat();
    for (int i = 0; i < formats.size(); i++) {
      JsonPointer at = FORMATS.appendIndex(i);
      try {
        if (Pattern.compile(formats.get(i)).groupCount() < 2) {
          findings.error(
              "metrics-regex",
              at,
              "has not two groups",
              "put the metric's name and its value in parentheses: ([\\w-]+)=([0-9.]+)");
        }
      } catch (PatternSyntaxException e) {
        findings.error(
            "metrics-regex",
            at,
            "is not a regular expression of Go: " + e.getDescription().toLowerCase(Locale.ROOT),
            "Go's syntax (RE2) has no lookaround, no backreferences and no possessive quantifiers");
      }
    }
  }
}
