package io.kfaws.installation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import io.kfaws.credentials.Credentials;
import io.kfaws.credentials.Place;
import io.kfaws.installation.rules.InstallationRules;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Document;
import java.util.List;

/**
 * Text, validated by the schema, then by the value types, becomes the typed configuration.
 * Thread-safe.
 */
public final class InstallationReader {
  /** The schema of the configuration, below {@code schemas/}. */
  public static final String SCHEMA = "kfaws/installation.schema.json";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .build();

  /** Kept, because it has learned how each record is made. */
  private static final ObjectReader RECORDS = MAPPER.readerFor(Installation.class);

  private final Schemas schemas;
  private final Defaults defaults;

  /** A reader that validates by these schemas. */
  public InstallationReader(Schemas schemas) {
    this.schemas = schemas;
    try {
      this.defaults = new Defaults(MAPPER.readTree(schemas.read(SCHEMA)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the configuration's schema is not JSON", e);
    }
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
    Binding binding = new Binding(document);
    Installation installation = binding.bind(RECORDS, defaults.complete(document.root()));
    List<Diagnostic> agreement = InstallationRules.check(installation, document);
    return new Configuration(document, installation, KfawsException.throwIfErrors(agreement));
  }

  /**
   * The configuration as a tree of its own paths, defaults filled in, absent parts absent: the
   * inverse of reading.
   */
  public static JsonNode tree(Installation installation) {
    return MAPPER.valueToTree(installation);
  }
}
