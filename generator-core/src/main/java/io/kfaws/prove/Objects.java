package io.kfaws.prove;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kfaws.kube.KubernetesObject;
import io.kfaws.kube.ObjectReference;
import io.kfaws.kube.Pod;
import io.kfaws.kube.Provided;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The objects of one build. Builds of one prover share the nodes of equal text: read only.
 *
 * @param byKey each object by its key
 * @param order the keys in the order of the build, in which the objects are applied
 * @param twice the keys of which the build holds more than one object
 */
public record Objects(
    NavigableMap<ObjectReference, JsonNode> byKey,
    List<ObjectReference> order,
    List<ObjectReference> twice) {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern SEPARATOR = Pattern.compile("(?m)^---\\R");

  /** Copies the lists; the map is taken as it is. */
  public Objects {
    order = List.copyOf(order);
    twice = List.copyOf(twice);
  }

  /**
   * What the engine printed, parsed.
   *
   * @param parsed documents parsed before, by their text; most of a build is CRDs that never differ
   * @throws IllegalArgumentException if it is no YAML
   */
  static Objects parse(String built, ConcurrentHashMap<String, JsonNode> parsed) {
    NavigableMap<ObjectReference, JsonNode> objects = new TreeMap<>();
    List<ObjectReference> order = new ArrayList<>();
    List<ObjectReference> twice = new ArrayList<>();
    for (String text : SEPARATOR.split(built, -1)) {
      if (!text.isBlank()) {
        JsonNode object = parsed.computeIfAbsent(text, Objects::parse);
        ObjectReference key = new KubernetesObject(object).reference();
        if (objects.put(key, object) == null) {
          order.add(key);
        } else {
          twice.add(key);
        }
      }
    }
    return new Objects(objects, order, twice);
  }

  /**
   * A document as kustomize and Kubernetes read it.
   *
   * @throws IllegalArgumentException if it is no YAML
   */
  public static JsonNode parse(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not YAML: " + e.getOriginalMessage(), e);
    }
  }

  /** The object of this kind and name in namespace kubeflow, whatever its group. */
  public Optional<JsonNode> find(String kind, String name) {
    return find(kind, Provided.NAMESPACE, name);
  }

  /** The object of this kind and name in a namespace, whatever its group. */
  Optional<JsonNode> find(String kind, String namespace, String name) {
    return keys(kind)
        .filter(key -> key.namespace().equals(namespace) && key.name().equals(name))
        .findFirst()
        .map(this::get);
  }

  /** The pods of every object that has a pod template. */
  public Stream<Pod> pods() {
    return byKey.values().stream()
        .flatMap(object -> new KubernetesObject(object).pod().stream())
        .filter(pod -> pod.spec().path("containers").isArray());
  }

  /** The keys of all objects of a kind, sorted. */
  public Stream<ObjectReference> keys(String kind) {
    return byKey.keySet().stream().filter(key -> key.kind().equals(kind));
  }

  /** The object, or a missing node. */
  public JsonNode get(ObjectReference key) {
    return byKey.getOrDefault(key, MissingNode.getInstance());
  }

  /** Whether there is such an object. */
  boolean has(ObjectReference key) {
    return byKey.containsKey(key);
  }

  /** The ConfigMap that a generator of this name makes, with or without a hash. */
  Optional<Map.Entry<ObjectReference, JsonNode>> generated(String namespace, String name) {
    return byKey.entrySet().stream()
        .filter(
            entry ->
                entry.getKey().kind().equals("ConfigMap")
                    && entry.getKey().namespace().equals(namespace)
                    && (entry.getKey().name().equals(name)
                        || entry.getKey().plainName().equals(name)))
        .findFirst();
  }
}
