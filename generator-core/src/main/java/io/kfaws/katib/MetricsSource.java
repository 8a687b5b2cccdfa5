package io.kfaws.katib;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.util.List;
import java.util.Optional;

/**
 * Where a trial's metrics are.
 *
 * @param httpGet the endpoint that serves them
 * @param fileSystemPath the file or folder that holds them
 * @param filter how they are found in text
 */
public record MetricsSource(
    Optional<HttpGet> httpGet, Optional<FileSystemPath> fileSystemPath, Optional<Filter> filter) {

  static MetricsSource matching(List<String> formats) {
    return new MetricsSource(Optional.empty(), Optional.empty(), Optional.of(new Filter(formats)));
  }

  static MetricsSource at(String path, PathKind kind, Optional<FileFormat> format) {
    FileSystemPath at = new FileSystemPath(Optional.of(path), Optional.of(kind), format);
    return new MetricsSource(Optional.empty(), Optional.of(at), Optional.empty());
  }

  static MetricsSource served(int port, String path) {
    HttpGet get =
        new HttpGet(
            Optional.of(path),
            Optional.of(IntNode.valueOf(port)),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new MetricsSource(Optional.of(get), Optional.empty(), Optional.empty());
  }

  /**
   * An endpoint of the trial's pod (core/v1 HTTPGetAction).
   *
   * @param path the path; absent: {@code /metrics}
   * @param port the port, a number or its text, as it is written; absent: 8080
   * @param host another host than the pod
   * @param scheme {@code HTTP} or {@code HTTPS}
   * @param httpHeaders headers to send
   */
  public record HttpGet(
      Optional<String> path,
      Optional<ValueNode> port,
      Optional<String> host,
      Optional<String> scheme,
      List<Header> httpHeaders) {

    /** Copies the list; a node that is not there is a null node to Jackson. */
    public HttpGet {
      port = port.filter(node -> !node.isNull() && !node.isMissingNode());
      httpHeaders = List.copyOf(httpHeaders);
    }
  }

  /**
   * A header of a request.
   *
   * @param name its name
   * @param value its value
   */
  public record Header(String name, String value) {}

  /**
   * A file or a folder in the trial's container.
   *
   * @param path its absolute path
   * @param kind which of the two it is
   * @param format how a file holds the metrics; absent: as text
   */
  public record FileSystemPath(
      Optional<String> path, Optional<PathKind> kind, Optional<FileFormat> format) {}

  /**
   * How metrics are found in text.
   *
   * @param metricsFormat regular expressions (RE2), each with a group for the metric's name and one
   *     for its value
   */
  public record Filter(List<String> metricsFormat) {

    /** Copies the list. */
    public Filter {
      metricsFormat = List.copyOf(metricsFormat);
    }
  }

  /** What is at a path. */
  public enum PathKind {
    /** A file. */
    @JsonProperty("File")
    FILE,
    /** A folder. */
    @JsonProperty("Directory")
    DIRECTORY
  }

  /** How a file holds metrics. */
  public enum FileFormat {
    /** In lines of text. */
    @JsonProperty("TEXT")
    TEXT,
    /** In lines that are JSON each. */
    @JsonProperty("JSON")
    JSON
  }
}
