package io.kfaws.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The objects of one build. Builds of one release share the nodes of equal text: read only. */
record Objects(NavigableMap<ObjectKey, JsonNode> byKey) {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern SEPARATOR = Pattern.compile("(?m)^---\\R");

  /**
   * What kustomize printed, parsed.
   *
   * @param parsed documents parsed before, by their text; most of a build is CRDs that never differ
   * @throws IllegalArgumentException if it is no YAML, or holds an object twice
   */
  static Objects parse(String built, ConcurrentHashMap<String, JsonNode> parsed) {
    NavigableMap<ObjectKey, JsonNode> objects = new TreeMap<>();
    for (String text : SEPARATOR.split(built, -1)) {
      if (!text.isBlank()) {
        JsonNode object = parsed.computeIfAbsent(text, Objects::parse);
        ObjectKey key = ObjectKey.of(object);
        if (objects.put(key, object) != null) {
          throw new IllegalArgumentException("built twice: " + key);
        }
      }
    }
    return new Objects(objects);
  }

  static JsonNode parse(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not YAML: " + text, e);
    }
  }

  /** The object of this kind and name in namespace kubeflow. */
  Optional<JsonNode> find(String kind, String name) {
    return byKey.entrySet().stream()
        .filter(entry -> entry.getKey().toString().equals(kind + " " + name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  Stream<ObjectKey> keys(String kind) {
    return byKey.keySet().stream().filter(key -> key.kind().equals(kind));
  }

  JsonNode get(ObjectKey key) {
    return byKey.getOrDefault(key, Case.NOTHING);
  }
}
