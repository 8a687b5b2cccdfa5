package io.kfaws.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import io.kfaws.credentials.Credentials;
import io.kfaws.credentials.Place;
import io.kfaws.installation.Configuration;
import io.kfaws.installation.Experiment;
import io.kfaws.katib.InlineExperiment;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import io.kfaws.text.Formatted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Finds each experiment where the configuration says that it is, and reads it, each file once. */
final class ExperimentSources {
  /** The keys by which a manifest is told from a spec in short, which has none of them. */
  private static final Set<String> OF_MANIFESTS = Set.of("apiVersion", "kind", "metadata", "spec");

  private final Schemas schemas;
  private final Configuration configuration;
  private final JsonNode whole;
  private final ExperimentLibrary library;
  private final Map<String, Document> files = new HashMap<>();

  /** Sources of a configuration, whose tree with all defaults is {@code whole}. */
  ExperimentSources(
      Schemas schemas, Configuration configuration, JsonNode whole, ExperimentLibrary library) {
    this.schemas = schemas;
    this.configuration = configuration;
    this.whole = whole;
    this.library = library;
  }

  /**
   * An experiment, and how findings about it are told.
   *
   * @param experiment the experiment
   * @param told the last word on a finding
   */
  record Found(InlineExperiment experiment, UnaryOperator<Diagnostic> told) {}

  /**
   * The experiment that is in the configuration at a place, or that is named there.
   *
   * @throws KfawsException with all that keeps it from being read
   * @throws IOException if a file or a template folder cannot be read
   */
  Found find(Experiment experiment, JsonPointer at) throws IOException {
    String name = experiment.name();
    String namespace = experiment.profile().text();
    if (experiment.file().isPresent()) {
      Document file = file(experiment.file().get(), at.appendProperty("file"));
      boolean isManifest = OF_MANIFESTS.stream().anyMatch(file.root()::has);
      return new Found(
          isManifest
              ? InlineExperiment.manifest(file, name, namespace)
              : InlineExperiment.spec(schemas, file, name, namespace),
          UnaryOperator.identity());
    }
    if (experiment.template().isPresent()) {
      JsonPointer template = at.appendProperty("template");
      JsonNode spec = library.fill(template, whole.at(template)).root();
      TemplatePlaces places = TemplatePlaces.of(configuration.document(), template, spec);
      try {
        return new Found(
            InlineExperiment.spec(schemas, places.document(), name, namespace), places::told);
      } catch (KfawsException e) {
        throw new KfawsException(e.diagnostics().stream().map(places::told).toList());
      }
    }
    return new Found(
        InlineExperiment.read(schemas, configuration.document(), at, namespace),
        UnaryOperator.identity());
  }

  private Document file(String name, JsonPointer at) throws IOException {
    Optional<Document> known = Optional.ofNullable(files.get(name));
    if (known.isPresent()) {
      return known.get();
    }
    Document read = Credentials.read(Source.readBelow(beside(""), path(name, at)), Place.FILE);
    if (!read.root().isObject()) {
      throw new KfawsException(
          Diagnostic.error(
              "wrong-type",
              read.at(JsonPointer.empty()),
              "",
              "the file is " + Formatted.kind(read.root()) + "; a mapping is expected",
              "write an Experiment, or its spec alone: objective, algorithm, parameters and"
                  + " trialTemplate"));
    }
    files.put(name, read);
    return read;
  }

  private Path beside(String name) {
    return configuration.document().source().path().resolveSibling(name);
  }

  private Path path(String name, JsonPointer at) {
    String problem = "there is no file " + name + " beside the configuration";
    try {
      Path path = beside(name);
      if (Files.isRegularFile(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      problem = "is no path on this system";
    }
    throw new KfawsException(
        Diagnostic.error(
            "no-such-file",
            configuration.document().at(at),
            Document.path(at),
            problem,
            "name a YAML file with the experiment, relative to the configuration"));
  }
}
