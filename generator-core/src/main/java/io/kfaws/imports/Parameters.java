package io.kfaws.imports;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.Source;
import io.kfaws.credentials.Credentials;
import io.kfaws.kube.Manifest;
import io.kfaws.text.EnvFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All parameters that were found, by key. A checkout may hold one in several files, of which an
 * overlay takes one; as long as they agree, it does not matter which.
 */
final class Parameters {
  /** What kustomize replaces by a parameter. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\(([A-Za-z0-9_.-]+)\\)");

  /**
   * What upstream has in ConfigMap {@code pipeline-install-config} for the database and the object
   * store that it brings.
   */
  private static final Map<String, Set<String>> EMBEDDED =
      Map.of(
          "dbHost", Set.of("mysql", "postgres"),
          "mysqlHost", Set.of("mysql"),
          "bucketName", Set.of("mlpipeline"),
          "minioServiceHost", Set.of("minio-service", "minio-service.kubeflow"),
          "minioServiceRegion", Set.of("minio"));

  private final Map<String, List<Parameter>> byKey = new LinkedHashMap<>();
  private final Notes notes;

  Parameters(Notes notes) {
    this.notes = notes;
  }

  /** Reads a file; what is wrong with it is told, and the rest of it counts. */
  void read(Source source, Evidence evidence) {
    EnvFile file = EnvFile.read(source);
    notes.asWarnings(file.findings());
    file.entries().forEach(entry -> add(Parameter.of(entry), evidence));
  }

  /** Reads what fills the variables that nothing else has filled. */
  void readDefaults(Source source, Evidence evidence) {
    Set<String> known = Set.copyOf(byKey.keySet());
    EnvFile.read(source).entries().stream()
        .filter(entry -> !known.contains(entry.key()))
        .forEach(entry -> add(Parameter.of(entry), evidence));
  }

  /** Reads what a ConfigMap has of the database and the bucket; the rest of it is upstream's. */
  void read(Manifest configMap, Evidence evidence) {
    JsonPointer data = JsonPointer.compile("/data");
    for (var entry : configMap.root().at(data).properties()) {
      if (StorageKeys.all().contains(entry.getKey())) {
        Location at = configMap.document().at(data.appendProperty(entry.getKey()));
        add(new Parameter(entry.getKey(), entry.getValue().asText().strip(), at), evidence);
      }
    }
  }

  /** Whether it is the ConfigMap that tells Pipelines where the database and the bucket are. */
  static boolean isInstallConfig(Manifest object) {
    return object.kind().equals("ConfigMap")
        && object.name().equals("pipeline-install-config")
        && StoragePart.isKubeflow(object);
  }

  private void add(Parameter parameter, Evidence evidence) {
    List<Diagnostic> credentials =
        Credentials.inValue(parameter.key(), parameter.value(), parameter.at());
    notes.asWarnings(credentials);
    boolean isUpstreams =
        EMBEDDED.getOrDefault(parameter.key(), Set.of()).contains(parameter.value());
    if (credentials.isEmpty() && !isUpstreams) {
      byKey.computeIfAbsent(parameter.key(), k -> new ArrayList<>()).add(parameter);
      evidence.look(parameter.value(), parameter.at());
    }
  }

  /**
   * The value of a parameter, by any of its names; absent if it is in no file or not filled in. Two
   * files that do not agree are an error.
   */
  Optional<Parameter> value(String... keys) {
    return value(List.of(keys));
  }

  /** The value of a parameter, by any of its names. */
  Optional<Parameter> value(List<String> keys) {
    List<Parameter> filled = new ArrayList<>();
    for (String key : keys) {
      all(key).stream().filter(Parameter::isFilled).forEach(filled::add);
    }
    Optional<Parameter> first = filled.stream().findFirst();
    filled.stream()
        .filter(other -> first.stream().noneMatch(one -> one.value().equals(other.value())))
        .forEach(other -> disagrees(first.orElse(other), other));
    return first;
  }

  private void disagrees(Parameter first, Parameter other) {
    notes.error(
        "conflicting-values",
        other.at(),
        other.key(),
        "has another value than " + first.key() + " in " + first.at(),
        "make them agree, or name the files to import one by one");
  }

  /** Whether it is in a file, filled in or not. */
  List<Parameter> all(String key) {
    return Optional.ofNullable(byKey.get(key)).orElse(List.of());
  }

  /** A text with kustomize's variables replaced, as far as one value is known for each. */
  String resolved(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(only(found.group(1)).orElse(found.group())));
  }

  private Optional<String> only(String key) {
    Set<String> values =
        all(key).stream()
            .filter(Parameter::isFilled)
            .map(Parameter::value)
            .collect(Collectors.toSet());
    return values.size() == 1 ? values.stream().findFirst() : Optional.empty();
  }

  /** The filled parameters of other keys, by file. */
  Map<String, List<Parameter>> others(Collection<String> keys) {
    return byKey.entrySet().stream()
        .filter(entry -> !keys.contains(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .filter(Parameter::isFilled)
        .sorted(Comparator.comparing(Parameter::at))
        .collect(
            Collectors.groupingBy(
                parameter -> parameter.at().source(), LinkedHashMap::new, Collectors.toList()));
  }

  /** Where the first parameter of a key is. */
  Optional<Location> place(String key) {
    return all(key).stream().map(Parameter::at).findFirst();
  }
}
