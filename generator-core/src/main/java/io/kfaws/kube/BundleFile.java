package io.kfaws.kube;

import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Source;
import io.kfaws.text.Document;
import io.kfaws.text.EnvFile;
import io.kfaws.text.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A generated file, read by what its name says that it is.
 *
 * @param source its text
 * @param documents what it holds, if it is YAML, JSON or JSON Lines; none if it cannot be read
 * @param parameters what it holds, if it is an env file
 * @param findings why its documents cannot be read
 */
public record BundleFile(
    Source source,
    List<Document> documents,
    Optional<EnvFile> parameters,
    List<Diagnostic> findings) {

  /** Copies the lists. */
  public BundleFile {
    documents = List.copyOf(documents);
    findings = List.copyOf(findings);
  }

  static BundleFile read(Source source) {
    String name = source.name();
    if (name.endsWith(".env")) {
      return new BundleFile(source, List.of(), Optional.of(EnvFile.read(source)), List.of());
    }
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> findings = new ArrayList<>();
    if (isYaml(name)) {
      read(() -> Yaml.readAll(source), documents, findings);
    } else if (name.endsWith(".jsonl")) {
      int line = 0;
      for (String text : source.text().lines().toList()) {
        Location start = new Location(name, ++line, 1);
        read(() -> Yaml.readInside(source, start, text), documents, findings);
      }
    }
    return new BundleFile(source, documents, Optional.empty(), findings);
  }

  private static boolean isYaml(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  /** The same file as kustomize reads it that is told to, whatever its name says. */
  BundleFile asYaml() {
    if (isYaml(source.name())) {
      return this;
    }
    List<Document> read = new ArrayList<>();
    List<Diagnostic> wrong = new ArrayList<>();
    read(() -> Yaml.readAll(source), read, wrong);
    return new BundleFile(source, read, Optional.empty(), wrong);
  }

  private interface Reading {
    List<Document> documents();
  }

  private static void read(Reading reading, List<Document> documents, List<Diagnostic> findings) {
    try {
      documents.addAll(reading.documents());
    } catch (KfawsException e) {
      findings.addAll(e.diagnostics());
    }
  }

  /**
   * The one document of a file that holds one.
   *
   * @throws KfawsException if it cannot be read, or holds another number of them
   */
  public Document document() {
    KfawsException.throwIfErrors(findings);
    return Yaml.single(source, documents);
  }
}
