package io.kfaws.kube;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pods that an object makes.
 *
 * @param owner the Deployment, Job … that makes them
 * @param at where their template is in it
 * @param template their metadata and spec
 */
public record Pod(ObjectReference owner, JsonPointer at, JsonNode template) {
  private static final List<JsonPointer> TEMPLATES =
      List.of(
          JsonPointer.compile("/spec/template"),
          JsonPointer.compile("/spec/jobTemplate/spec/template"));

  /** The pods of an object; absent if it has no pod template. */
  static Optional<Pod> of(KubernetesObject object) {
    return TEMPLATES.stream()
        .filter(at -> object.root().at(at).path("spec").isObject())
        .findFirst()
        .map(at -> new Pod(object.reference(), at, object.root().at(at)));
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
