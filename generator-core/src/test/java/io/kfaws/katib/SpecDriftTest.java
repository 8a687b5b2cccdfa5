package io.kfaws.katib;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kfaws.schema.Schemas;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The records and the schemas of the package have the same keys and choices, each in its place. */
class SpecDriftTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Choices that are no enum, since Katib hands them on. */
  private static final List<String> HANDED_ON =
      List.of("spec.metricsCollectorSpec.source.httpGet.scheme");

  @Test
  void anExperimentHasTheKeysOfItsSchema() throws IOException {
    assertThat(records(Experiment.class)).isEqualTo(schema(KatibFacts.newest().schema()));
  }

  @Test
  void aJobHasTheKeysOfItsSchema() throws IOException {
    assertThat(records(TrialJob.class).keySet()).isEqualTo(schema(Shorthand.SCHEMA).keySet());
  }

  private static Map<String, String> records(Class<?> root) throws IOException {
    Map<String, String> keys = new TreeMap<>();
    add(root, "", keys);
    return keys;
  }

  private static void add(Class<?> type, String prefix, Map<String, String> keys)
      throws IOException {
    for (RecordComponent component : type.getRecordComponents()) {
      String path = prefix + component.getName();
      Class<?> inner = inner(component.getGenericType());
      keys.put(path, inner.isEnum() ? choices(inner) : "");
      if (inner.isRecord()) {
        add(inner, path + ".", keys);
      }
    }
  }

  private static String choices(Class<?> choice) {
    TreeSet<String> words = new TreeSet<>();
    for (var field : choice.getFields()) {
      if (field.isEnumConstant()) {
        words.add(field.getAnnotation(JsonProperty.class).value());
      }
    }
    return words.toString();
  }

  private static Class<?> inner(Type type) {
    return type instanceof ParameterizedType generic
        ? inner(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1])
        : (Class<?>) type;
  }

  private static Map<String, String> schema(String name) throws IOException {
    JsonNode root = JSON.readTree(new Schemas().read(name));
    Map<String, String> keys = new TreeMap<>();
    add(root, root, "", keys);
    return keys;
  }

  private static void add(JsonNode root, JsonNode schema, String prefix, Map<String, String> keys) {
    for (var property : schema.path("properties").properties()) {
      String path = prefix + property.getKey();
      JsonNode value = resolved(root, property.getValue());
      value = value.has("items") ? resolved(root, value.path("items")) : value;
      List<String> choices = new ArrayList<>();
      value.path("enum").forEach(choice -> choices.add(choice.asText()));
      boolean closed = !choices.isEmpty() && !HANDED_ON.contains(path);
      keys.put(path, closed ? new TreeSet<>(choices).toString() : "");
      // What may have any key is a tree, not a record.
      if (!value.path("additionalProperties").asBoolean(true)) {
        add(root, value, path + ".", keys);
      }
    }
  }

  private static JsonNode resolved(JsonNode root, JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.startsWith("#/") ? root.at(reference.substring(1)) : schema;
  }
}
