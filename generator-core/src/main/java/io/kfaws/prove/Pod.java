package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pods that an object of a build makes.
 *
 * @param owner the Deployment, Job … that makes them
 * @param template their metadata and spec
 */
public record Pod(ObjectKey owner, JsonNode template) {
  private static final List<String> TEMPLATES =
      List.of("/spec/template", "/spec/jobTemplate/spec/template");

  /** The pods of every object that has a pod template. */
  public static Stream<Pod> all(Objects objects) {
    return objects.byKey().keySet().stream()
        .map(key -> of(key, objects.get(key)))
        .filter(pod -> pod.spec().path("containers").isArray());
  }

  private static Pod of(ObjectKey owner, JsonNode object) {
    return TEMPLATES.stream()
        .map(object::at)
        .filter(JsonNode::isObject)
        .findFirst()
        .map(template -> new Pod(owner, template))
        .orElseGet(() -> new Pod(owner, MissingNode.getInstance()));
  }

  /** Their spec. */
  public JsonNode spec() {
    return template.path("spec");
  }

  /** Init containers and containers. */
  public List<JsonNode> containers() {
    List<JsonNode> containers = new ArrayList<>();
    spec().path("initContainers").forEach(containers::add);
    spec().path("containers").forEach(containers::add);
    return containers;
  }

  /** The names of the entries of a list. */
  public static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(entry -> names.add(entry.path("name").asText()));
    return names;
  }
}
