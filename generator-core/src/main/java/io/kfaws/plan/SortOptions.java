package io.kfaws.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import io.kfaws.catalog.ReleaseDescriptor;
import io.kfaws.installation.Configuration;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import io.kfaws.text.Yaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the base orders its objects. kustomize takes the {@code sortOptions} of the outermost
 * kustomization alone, which is the overlay's, so that the base's would be lost.
 *
 * @param value what the overlay has to repeat; absent if the base leaves the order to kustomize
 * @param findings what is wrong with a base of the user's own
 */
record SortOptions(Optional<JsonNode> value, List<Diagnostic> findings) {
  private static final String KEY = "sortOptions";
  private static final String SCHEMA = "kubernetes/base.schema.json";

  /** Copies the list. */
  SortOptions {
    findings = List.copyOf(findings);
  }

  /**
   * Those of a local base are what its file says; a remote one is taken for the release's.
   *
   * @throws IOException if the base's file cannot be read
   */
  static SortOptions of(Configuration configuration, ReleaseDescriptor release, Schemas schemas)
      throws IOException {
    if (BaseFolder.flaw(configuration).isPresent()) {
      return new SortOptions(Optional.empty(), List.of());
    }
    Optional<Path> file = BaseFolder.kustomization(configuration);
    if (file.isEmpty()) {
      return new SortOptions(release.sortOptions(), List.of());
    }
    try {
      Optional<Document> read = Yaml.readFor(KEY, Source.read(file.get(), ""));
      return read.map(document -> of(document, schemas))
          .orElse(new SortOptions(Optional.empty(), List.of()));
    } catch (KfawsException e) {
      return new SortOptions(Optional.empty(), e.diagnostics());
    }
  }

  private static SortOptions of(Document document, Schemas schemas) {
    if (document.root().path(KEY).isNull()) {
      ((ObjectNode) document.root()).remove(KEY); // to kustomize, too, nothing is said
    }
    List<Diagnostic> findings = schemas.validate(SCHEMA, document);
    return new SortOptions(Optional.ofNullable(document.root().get(KEY)), findings);
  }
}
