package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.catalog.Catalog;
import io.kfaws.catalog.Catalogs;
import io.kfaws.catalog.ReleaseDescriptor;
import io.kfaws.installation.Installation;
import io.kfaws.installation.ReleaseName;
import io.kfaws.katib.KatibFacts;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Yaml;
import io.kfaws.text.YamlText;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What says the same thing twice says the same: records, schemas, data. */
class DriftTest {
  private static final Path OVERLAYS = Cases.ROOT.resolve("overlays");
  private static final String IDS = "https://kfaws.io/schemas/";

  /** A key of the schema is an accessor of a record, and the other way round. */
  @Test
  void recordsAndSchemaHaveTheSameKeys() throws IOException {
    ConfigurationSchema shape = ConfigurationSchema.read();
    Map<String, String> schema = new TreeMap<>();
    shape.keys().forEach((path, key) -> schema.put(path, shape.type(key)));
    Map<String, String> records = new TreeMap<>();
    add("", Installation.class, records);
    assertThat(records).isEqualTo(schema);
  }

  private static void add(String prefix, Class<?> type, Map<String, String> keys) {
    if (type.isSealed()) {
      for (Class<?> choice : type.getPermittedSubclasses()) {
        String name = choice.getSimpleName();
        String key = prefix + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        keys.put(key, "object");
        add(key + ".", choice, keys);
      }
      return;
    }
    for (RecordComponent component : type.getRecordComponents()) {
      String path = prefix + component.getName();
      Class<?> inner = inner(component.getGenericType());
      if (component.getType() == List.class) {
        keys.put(path, "array");
        if (inner.isRecord() && !isText(inner)) {
          add(path + "[].", inner, keys);
        }
      } else if (component.getType() == SortedMap.class) {
        keys.put(path, "map");
      } else if (inner == ObjectNode.class) {
        keys.put(path, "tree");
      } else if (inner == BigDecimal.class) {
        keys.put(path, "number");
      } else if (inner == int.class || inner == Integer.class) {
        keys.put(path, "integer");
      } else if (inner == boolean.class || inner == Boolean.class) {
        keys.put(path, "boolean");
      } else if (isText(inner)) {
        keys.put(path, "string");
      } else {
        keys.put(path, "object");
        add(path + ".", inner, keys);
      }
    }
  }

  private static Class<?> inner(Type type) {
    return type instanceof ParameterizedType generic
        ? inner(generic.getActualTypeArguments()[0])
        : (Class<?>) type;
  }

  /** Text, or a value type that is written as text. */
  private static boolean isText(Class<?> type) {
    return type == String.class
        || Arrays.stream(type.getDeclaredMethods())
            .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
  }

  @Test
  void everyKeyOfTheConfigurationIsExplained() throws IOException {
    ConfigurationSchema shape = ConfigurationSchema.read();
    assertThat(shape.keys())
        .isNotEmpty()
        .allSatisfy(
            (path, key) -> {
              assertThat(key.path("title").asText()).as("title").isNotBlank();
              assertThat(key.path("description").asText()).as("description").endsWith(".");
              assertThat(key.path("examples").size()).as("examples").isPositive();
              String hint = key.path("x-hint").asText(shape.resolved(key).path("x-hint").asText());
              assertThat(hint).as("x-hint").isNotBlank();
              JsonNode resolved = shape.resolved(key);
              if (shape.type(key).equals("object")) {
                assertThat(resolved.path("additionalProperties").asBoolean(true)).isFalse();
              }
              if (shape.type(key).equals("map")) {
                assertThat(resolved.at("/propertyNames").isObject()).as("form of keys").isTrue();
              }
            });
  }

  @Test
  void schemasAreNamedByTheirPathsAndReferToWhatIsThere() throws IOException {
    Map<String, JsonNode> schemas = new TreeMap<>();
    for (Map.Entry<String, String> file : Cases.files(Cases.ROOT.resolve("schemas")).entrySet()) {
      JsonNode schema = new ObjectMapper().readTree(file.getValue());
      assertThat(schema.path("$id").asText()).isEqualTo(IDS + file.getKey());
      schemas.put(IDS + file.getKey(), schema);
    }
    schemas.forEach(
        (id, schema) ->
            assertThat(schema.findValuesAsText("$ref"))
                .allSatisfy(
                    reference -> {
                      String[] parts = reference.split("#", 2);
                      JsonNode target = schemas.get(parts[0].isEmpty() ? id : parts[0]);
                      assertThat(target).as(reference).isNotNull();
                      if (target != null && parts.length > 1) {
                        assertThat(target.at(parts[1]).isMissingNode()).as(reference).isFalse();
                      }
                    }));
  }

  @Test
  void ourOwnDataMeetsItsSchemas() throws IOException {
    Map<String, String> schemaOfFile = new TreeMap<>();
    schemaOfFile.put("catalog.yaml", "catalog");
    schemaOfFile.put("overlay.yaml", "overlay");
    schemaOfFile.put("component.yaml", "component");
    schemaOfFile.put("kfaws.yaml", "installation");
    schemaOfFile.put("parameters.yaml", "parameters");
    schemaOfFile.put("namespaces.yaml", "namespaces");
    schemaOfFile.put("rules.yaml", "rules");
    schemaOfFile.put("secrets.yaml", "secrets");
    Set<String> validated = new TreeSet<>();
    Schemas schemas = new Schemas();
    for (Path folder : List.of(OVERLAYS, Cases.ROOT.resolve("templates"))) {
      for (Map.Entry<String, String> file : Cases.files(folder).entrySet()) {
        String name = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
        String kind =
            file.getKey().matches("(releases|katib)/[^/]+")
                ? file.getKey().startsWith("releases/") ? "release" : "katib"
                : file.getKey().matches("\\w+/experiments/library/[a-z-]+\\.yaml")
                    ? "experiment-template"
                    : schemaOfFile.get(name);
        if (kind != null && !file.getKey().contains("/expected/")) {
          // A version of Katib can extend another.
          String text =
              kind.equals("katib")
                  ? YamlText.of(KatibFacts.data(name.replace(".yaml", "")))
                  : file.getValue();
          Source source = Source.of(folder.resolve(file.getKey()), text);
          assertThat(schemas.validate("kfaws/" + kind + ".schema.json", Yaml.read(source)))
              .isEmpty();
          validated.add(kind);
        }
      }
    }
    assertThat(validated)
        .containsExactly(
            "catalog",
            "component",
            "experiment-template",
            "installation",
            "katib",
            "namespaces",
            "overlay",
            "parameters",
            "release",
            "rules",
            "secrets");
  }

  /** What is in a folder is in the catalog, under the name that it gives itself. */
  @Test
  void catalogAndFoldersHoldTheSame() throws IOException {
    Set<String> releases = Cases.files(OVERLAYS.resolve("releases")).keySet();
    assertThat(Catalogs.BUILT_IN.releases())
        .extracting(release -> release.release() + ".yaml")
        .containsExactlyInAnyOrderElementsOf(releases);
    assertThat(Catalogs.BUILT_IN.releases())
        .allSatisfy(release -> assertThat(release.upstream().ref()).isEqualTo(release.release()));
    assertThat(Catalogs.BUILT_IN.overlays())
        .extracting(overlay -> overlay.overlay())
        .containsExactlyInAnyOrderElementsOf(
            names(OVERLAYS).filter(name -> !Set.of("katib", "releases").contains(name)).toList());
    assertThat(
            Catalogs.BUILT_IN.releases().stream().flatMap(release -> release.templates().stream()))
        .containsAll(names(Cases.ROOT.resolve("templates")).toList());
  }

  /** Experiments are judged by data that is there, the newest version's first. */
  @Test
  void releasesNameFactsOfKatib() throws IOException {
    Catalog catalog = Catalogs.BUILT_IN;
    assertThat(catalog.katib())
        .isSortedAccordingTo(
            Comparator.comparing((String version) -> new BigDecimal(version)).reversed())
        .extracting(version -> version + ".yaml")
        .containsExactlyInAnyOrderElementsOf(Cases.files(OVERLAYS.resolve("katib")).keySet());
    assertThat(catalog.katib())
        .allSatisfy(version -> assertThat(KatibFacts.of(version).katib()).isEqualTo(version))
        .allMatch(version -> new Schemas().has(KatibFacts.of(version).schema()));
    assertThat(KatibFacts.newest().katib()).isEqualTo(catalog.katib().get(0));
    for (ReleaseDescriptor release : catalog.releases()) {
      String own = release.facts().at("/versions/katib").asText();
      assertThat(catalog.katib()).contains(release.katib());
      // The release's own version, if there is data of it.
      assertThat(catalog.katib())
          .filteredOn(version -> own.startsWith(version + "."))
          .isSubsetOf(release.katib());
    }
  }

  /**
   * A release has one descriptor; a descriptor serves releases of its own line alone, under their
   * own tags.
   */
  @Test
  void descriptorsServeTheirOwnLine() {
    assertThat(Catalogs.BUILT_IN.releases().stream().flatMap(release -> release.names().stream()))
        .doesNotHaveDuplicates()
        .contains("v1.8.0", "v1.9.0", "v1.10.0");
    Catalog catalog = Catalogs.BUILT_IN;
    for (ReleaseDescriptor release : Catalogs.BUILT_IN.releases()) {
      String line = release.release().substring(0, release.release().lastIndexOf('.') + 1);
      for (String name : release.serves()) {
        assertThat(name).startsWith(line);
        assertThat(catalog.release(name))
            .hasValueSatisfying(
                served -> {
                  assertThat(served.release()).isEqualTo(name);
                  assertThat(served.title()).isEqualTo("Kubeflow " + name.substring(1));
                  assertThat(served.upstream().url()).endsWith("?ref=" + name);
                  assertThat(served.capabilities()).isEqualTo(release.capabilities());
                  assertThat(served.facts()).isEqualTo(release.facts());
                });
      }
    }
    assertThat(catalog.release("v1.8.2")).isEmpty();
  }

  private static Stream<String> names(Path parent) throws IOException {
    return Cases.folders(parent).stream().map(folder -> String.valueOf(folder.getFileName()));
  }

  /** Editors get the configuration's schema alone, so the form of a release is in it, too. */
  @Test
  void aReleaseHasOneForm() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Schemas schemas = new Schemas();
    JsonNode ofDescriptors = json.readTree(schemas.read("kfaws/release.schema.json"));
    JsonNode release = ofDescriptors.at("/$defs/release/pattern");
    assertThat(ConfigurationSchema.read().keys())
        .hasEntrySatisfying(
            "kubeflow.release", key -> assertThat(key.path("pattern")).isEqualTo(release));
    assertThat(ReleaseName.of("v1.10.2").text()).isEqualTo("v1.10.2");
    assertThatIllegalArgumentException().isThrownBy(() -> ReleaseName.of("7.0"));
  }

  @Test
  void schemaKnowsWhatTheCatalogKnows() throws IOException {
    Map<String, JsonNode> keys = ConfigurationSchema.read().keys();
    List<String> overlays = new ArrayList<>();
    Optional.ofNullable(keys.get("overlays"))
        .ifPresent(key -> key.at("/items/enum").forEach(name -> overlays.add(name.asText())));
    assertThat(overlays)
        .containsExactlyElementsOf(
            Catalogs.BUILT_IN.overlays().stream().map(o -> o.overlay()).toList());
    assertThat(
            Optional.ofNullable(keys.get("kubeflow.release")).map(k -> k.path("default").asText()))
        .contains(Catalogs.BUILT_IN.releases().get(0).release());
  }

  @Test
  void capabilitiesAndNeedsArePathsOfTheConfiguration() throws IOException {
    Set<String> paths = ConfigurationSchema.read().keys().keySet();
    Catalogs.BUILT_IN
        .releases()
        .forEach(r -> assertThat(paths).containsAll(r.capabilities().keySet()));
    for (var overlay : Catalogs.BUILT_IN.overlays()) {
      assertThat(paths).containsAll(overlay.needs());
      assertThat(paths)
          .containsAll(
              overlay.components().stream()
                  .flatMap(part -> part.when().stream())
                  .collect(Collectors.toSet()));
    }
  }
}
