package io.kfaws.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.regex.JDKRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;
import io.kfaws.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The JSON Schemas that lie in {@code schemas/}, each parsed once, and documents validated by them.
 *
 * <p>A schema is named by its path below {@code schemas/}, for example {@code
 * kfaws/installation.schema.json}; its {@code $id} is that path below {@value #ROOT}. Thread-safe.
 */
public final class Schemas {
  private static final String ROOT = "https://kfaws.io/schemas/";
  private static final String FOLDER = "schemas/";

  /** A repeated group, for each turn of which Java's matcher calls itself. */
  private static final Pattern REPEATED = Pattern.compile("\\)[*+{]");

  /** No name, path or ARN that a pattern with such a group describes is longer. */
  private static final int LONGEST = 4096;

  private final Map<String, JsonNode> texts = new ConcurrentHashMap<>();
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  /** A pattern that refuses a long text, where the text would exhaust the stack. */
  private static RegularExpression bounded(String pattern) {
    RegularExpression whole =
        JDKRegularExpressionFactory.getInstance().getRegularExpression(pattern);
    return REPEATED.matcher(pattern).find()
        ? text -> text.length() <= LONGEST && whole.matches(text)
        : whole;
  }

  private final CompiledSchema compiled = new CompiledSchema(this::json, Schemas::bounded);
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  /** Whether there is a schema of this name. */
  public boolean has(String name) {
    return known.computeIfAbsent(name, n -> Resources.exists(FOLDER + n));
  }

  /** A schema as it lies in {@code schemas/}; it is not to be changed. */
  public JsonNode tree(String name) {
    return json(ROOT + name);
  }

  /** A schema's text as it lies in {@code schemas/}. */
  public String read(String name) {
    return Resources.read(FOLDER + name);
  }

  /**
   * The form of a text that a schema defines, for the value type of that text.
   *
   * @param definition its name under {@code $defs}
   */
  public static Pattern pattern(String name, String definition) {
    JsonNode text = parsed(ROOT + name).path("$defs").path(definition);
    return Pattern.compile(text.path("pattern").asText());
  }

  /** All findings of a document against a schema, each with the place of the key it is about. */
  public List<Diagnostic> validate(String name, Document document) {
    return findings(name, document, violation -> true, violation -> violation.diagnose(document));
  }

  /**
   * The same of a document that somebody else wrote: what its consumer accepts and then passes over
   * is a warning, which the schema words itself ({@code x-warning}).
   */
  public List<Diagnostic> validateReceived(String name, Document document) {
    return findings(
        name,
        document,
        violation -> violation.warning().isEmpty(),
        violation -> violation.diagnoseReceived(document));
  }

  /**
   * @param explains whether an unknown key may be the reason for what is missing beside it
   */
  private List<Diagnostic> findings(
      String name,
      Document document,
      Predicate<SchemaViolation> explains,
      Function<SchemaViolation, Diagnostic> diagnosis) {
    if (compiled.isPassed(ROOT + name, document.root())) {
      return List.of();
    }
    Schema schema =
        schemas.computeIfAbsent(
            name, n -> Validator.REGISTRY.getSchema(SchemaLocation.of(ROOT + n)));
    List<SchemaViolation> violations =
        schema.validate(document.root()).stream()
            .map(this::finding)
            .filter(violation -> !violation.isEcho())
            .toList();
    // By place, for one slip explains what is missing beside it, and ten thousand others do not.
    Map<JsonPointer, List<SchemaViolation>> unknown =
        violations.stream()
            .filter(SchemaViolation::isUnknownKey)
            .filter(explains)
            .collect(Collectors.groupingBy(SchemaViolation::at));
    return violations.stream()
        .filter(
            violation ->
                unknown.getOrDefault(violation.at(), List.of()).stream()
                    .noneMatch(violation::isExplainedBy))
        .map(diagnosis)
        .sorted()
        .distinct()
        .toList();
  }

  private SchemaViolation finding(Error error) {
    JsonPointer at = JsonPointer.compile(pointerText(error.getInstanceLocation()));
    JsonPointer keyword = JsonPointer.compile(pointerText(error.getSchemaLocation().getFragment()));
    String id = String.valueOf(error.getSchemaLocation().getAbsoluteIri());
    JsonNode around = json(id).at(Optional.ofNullable(keyword.head()).orElse(keyword));
    if (error.getKeyword().equals("propertyNames")) {
      around = resolved(id, around.path("propertyNames"));
    }
    return new SchemaViolation(
        error.getKeyword(),
        at,
        error.getInstanceNode(),
        around,
        Optional.ofNullable(error.getProperty()),
        new TreeSet<>(known(around)));
  }

  /** The schema that is here, or that is named here. */
  private JsonNode resolved(String id, JsonNode schema) {
    String[] reference = schema.path("$ref").asText().split("#", 2);
    return reference.length < 2
        ? schema
        : json(reference[0].isEmpty() ? id : reference[0]).at(reference[1]);
  }

  private static List<String> known(JsonNode schema) {
    List<String> names = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private JsonNode json(String id) {
    return texts.computeIfAbsent(id, Schemas::parsed);
  }

  private static JsonNode parsed(String id) {
    return SchemaReader.read(text(id));
  }

  private static String text(String id) {
    return Resources.read(FOLDER + id.substring(ROOT.length()));
  }

  private static String pointerText(NodePath path) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      String name = String.valueOf(path.getElement(i));
      text.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
    return text.toString();
  }

  /** What words a finding; a run without one never loads it. */
  private static final class Validator {
    /** Draft 2020-12 and our own keywords, of which networknt would warn otherwise. */
    private static final Dialect DIALECT =
        Dialect.builder(Dialects.getDraft202012())
            .keyword(new NonValidationKeyword(SchemaViolation.HINT))
            .keyword(new NonValidationKeyword(SchemaViolation.PRIVATE))
            .keyword(new NonValidationKeyword(SchemaViolation.WARNING))
            .build();

    private static final SchemaRegistry REGISTRY =
        SchemaRegistry.withDefaultDialect(
            DIALECT,
            builder ->
                builder
                    .schemas((String id) -> id.startsWith(ROOT) ? text(id) : null)
                    .nodeReader(new SchemaReader())
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder()
                            .regularExpressionFactory(Schemas::bounded)
                            .build()));

    private Validator() {}
  }
}
