package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ValueNode;
import io.kfaws.katib.MetricsSource.FileFormat;
import io.kfaws.katib.MetricsSource.FileSystemPath;
import io.kfaws.katib.MetricsSource.HttpGet;
import io.kfaws.katib.MetricsSource.PathKind;
import java.util.Optional;

/** The source of the metrics is one that the kind of collector can read. */
final class CollectorRule implements ExperimentRule {
  private static final JsonPointer COLLECTOR = JsonPointer.compile("/spec/metricsCollectorSpec");
  private static final JsonPointer SOURCE = COLLECTOR.appendProperty("source");
  private static final JsonPointer PATH = SOURCE.appendProperty("fileSystemPath");

  @Override
  public void validate(Experiment experiment, Findings findings) {
    experiment.spec().metricsCollectorSpec().ifPresent(collector -> validate(collector, findings));
  }

  private static void validate(MetricsCollector collector, Findings findings) {
    Optional<MetricsSource> source = collector.source();
    Optional<FileSystemPath> path = source.flatMap(MetricsSource::fileSystemPath);
    switch (collector.kind()) {
      case FILE -> {
        path.ifPresent(file -> validate(file, PathKind.FILE, findings));
        boolean json =
            path.flatMap(FileSystemPath::format).filter(FileFormat.JSON::equals).isPresent();
        if (json && source.flatMap(MetricsSource::filter).isPresent()) {
          findings.error(
              "metrics-filter",
              SOURCE.appendProperty("filter"),
              "a file of JSON has no filter",
              "remove it, or write format: TEXT");
        }
      }
      case TENSOR_FLOW_EVENT -> {
        path.ifPresent(folder -> validate(folder, PathKind.DIRECTORY, findings));
        if (path.flatMap(FileSystemPath::format).isPresent()) {
          findings.error(
              "metrics-format",
              PATH.appendProperty("format"),
              "event files of TensorFlow have their own format",
              "remove it");
        }
      }
      case PROMETHEUS_METRIC ->
          source.flatMap(MetricsSource::httpGet).ifPresent(get -> validate(get, findings));
      case CUSTOM -> {
        if (collector.collector().flatMap(MetricsCollector.Collector::customCollector).isEmpty()) {
          findings.error(
              "custom-collector",
              COLLECTOR.appendProperty("collector").appendProperty("customCollector"),
              "is missing; collector kind Custom needs it",
              "write the container that reads the metrics and reports them to Katib");
        }
        path.ifPresent(any -> absolute(any, findings));
        if (path.isPresent() && path.flatMap(FileSystemPath::kind).isEmpty()) {
          findings.error(
              "metrics-path",
              PATH.appendProperty("kind"),
              "is missing",
              "write kind: File or kind: Directory");
        }
      }
      case STD_OUT, PUSH -> {}
    }
  }

  private static void validate(FileSystemPath path, PathKind kind, Findings findings) {
    absolute(path, findings);
    if (path.kind().filter(kind::equals).isEmpty()) {
      boolean file = kind == PathKind.FILE;
      findings.error(
          "metrics-path",
          PATH.appendProperty("kind"),
          file ? "collector kind File reads a file" : "event files of TensorFlow lie in a folder",
          "write kind: " + (file ? "File" : "Directory") + ", or choose another collector");
    }
  }

  private static void absolute(FileSystemPath path, Findings findings) {
    if (!path.path().orElse("").startsWith("/")) {
      findings.error(
          "metrics-path",
          PATH.appendProperty("path"),
          "is not an absolute path",
          "write the path in the container from its root: /var/log/katib/metrics.log");
    }
  }

  private static void validate(HttpGet get, Findings findings) {
    JsonPointer at = SOURCE.appendProperty("httpGet");
    if (!get.port().map(ValueNode::asText).orElse("").matches("0*[1-9][0-9]{0,4}")) {
      findings.error(
          "metrics-port", at.appendProperty("port"), "is not the number of a port", "write 8080");
    }
    if (!get.path().orElse("").startsWith("/")) {
      findings.error(
          "metrics-path",
          at.appendProperty("path"),
          "does not begin with /",
          "write the path of the endpoint: /metrics");
    }
  }
}
