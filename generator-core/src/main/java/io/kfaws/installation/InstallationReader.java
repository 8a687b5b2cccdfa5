package io.kfaws.installation;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import io.kfaws.credentials.Credentials;
import io.kfaws.credentials.Place;
import io.kfaws.installation.rules.InstallationRules;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import io.kfaws.text.Records;
import java.util.List;

/**
 * Text, validated by the schema, then by the value types, becomes the typed configuration.
 * Thread-safe.
 */
public final class InstallationReader {
  /** The schema of the configuration, below {@code schemas/}. */
  public static final String SCHEMA = "kfaws/installation.schema.json";

  private final Schemas schemas;
  private final Defaults defaults;

  /** A reader that validates by these schemas. */
  public InstallationReader(Schemas schemas) {
    this.schemas = schemas;
    this.defaults = new Defaults(schemas.tree(SCHEMA));
  }

  /**
   * Reads a configuration.
   *
   * @throws KfawsException with all findings of the first stage that has any: credentials, strict
   *     YAML, the schema, the value types and their agreement
   */
  public Configuration read(Source source) {
    return read(Credentials.read(source, Place.CONFIGURATION));
  }

  /**
   * Reads a configuration that has been parsed, and in which no credential was found.
   *
   * @param document the configuration; findings have its places
   * @throws KfawsException with all findings of the first stage that has any: the schema, the value
   *     types and their agreement
   */
  public Configuration read(Document document) {
    KfawsException.throwIfErrors(schemas.validate(SCHEMA, document));
    Installation installation = new Binding(document).bind(defaults.complete(document.root()));
    List<Diagnostic> agreement = InstallationRules.check(installation, document);
    return new Configuration(document, installation, KfawsException.throwIfErrors(agreement));
  }

  /**
   * The configuration as a tree of its own paths, defaults filled in, absent parts absent: the
   * inverse of reading.
   */
  public static JsonNode tree(Installation installation) {
    return Records.tree(installation);
  }
}
