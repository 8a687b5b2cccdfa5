package io.kfaws.kube;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pods that an object makes, all alike. */
public final class Pod {
  /** The service account of a pod that names none. */
  public static final String UNNAMED = "default";

  private static final List<JsonPointer> TEMPLATES =
      List.of(
          JsonPointer.compile("/spec/template"),
          JsonPointer.compile("/spec/jobTemplate/spec/template"));

  private final KubernetesObject object;
  private final JsonPointer at;
  private final JsonNode template;
  private final PodForms.Form form;
  private final List<JsonPointer> metadata;
  private final List<JsonPointer> accounts;
  private final List<JsonPointer> count;
  private final String fillsIn;

  Pod(
      KubernetesObject object,
      JsonPointer at,
      JsonNode template,
      PodForms.Form form,
      List<JsonPointer> metadata,
      List<JsonPointer> accounts,
      List<JsonPointer> count,
      String fillsIn) {
    this.object = object;
    this.at = at;
    this.template = template;
    this.form = form;
    this.metadata = List.copyOf(metadata);
    this.accounts = List.copyOf(accounts);
    this.count = List.copyOf(count);
    this.fillsIn = fillsIn;
  }

  /** The pods of an object that has one pod template; absent if it has none. */
  static Optional<Pod> of(KubernetesObject object) {
    return TEMPLATES.stream()
        .filter(at -> object.root().at(at).path("spec").isObject())
        .findFirst()
        .map(at -> template(object, at));
  }

  /** All pods of an object of any kind, in order: a distributed training has several. */
  public static List<Pod> in(ObjectNode object) {
    return PodForms.in(new KubernetesObject(object));
  }

  /** The pods of a pod template. */
  static Pod template(KubernetesObject object, JsonPointer at) {
    List<JsonPointer> beside =
        Stream.of("replicas", "parallelism", "completions")
            .map(key -> Optional.ofNullable(at.head()).orElse(at).appendProperty(key))
            .toList();
    JsonPointer spec = at.appendProperty("spec");
    return new Pod(
        object,
        at,
        object.root().at(at),
        PodForms.Form.TEMPLATE,
        List.of(at.appendProperty("metadata")),
        List.of(spec.appendProperty("serviceAccountName"), spec.appendProperty("serviceAccount")),
        beside,
        "");
  }

  /** The Deployment, Job … that makes them. */
  public ObjectReference owner() {
    return object.reference();
  }

  /** Where their template is in it. */
  public JsonPointer at() {
    return at;
  }

  /** Their metadata and spec, if it is a pod template. */
  public JsonNode template() {
    return template;
  }

  /** Whether they are written as a pod template, and not in a form of their kind's own. */
  public boolean isTemplate() {
    return form.equals(PodForms.Form.TEMPLATE);
  }

  /** Their spec, if they are written as a pod template. */
  public JsonNode spec() {
    return template.path("spec");
  }

  /** Init containers and containers. */
  public List<JsonNode> containers() {
    return parts().stream().map(Part::container).toList();
  }

  /**
   * One of its containers.
   *
   * @param at where it is in the object
   * @param container the container
   * @param name what it is called in the pod; empty: that is not known
   * @param isInit whether it runs before the others
   * @param resources its requests and limits
   */
  public record Part(
      JsonPointer at, JsonNode container, String name, boolean isInit, JsonNode resources) {}

  /** Init containers and containers, with their places. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    form.initContainers().forEach(pointer -> add(pointer, true, parts));
    form.containers().forEach(pointer -> add(pointer, false, parts));
    return parts;
  }

  private void add(String pointer, boolean isInit, List<Part> parts) {
    JsonPointer place = at.append(JsonPointer.compile(pointer));
    JsonNode node = object.root().at(place);
    if (node.isObject()) {
      parts.add(part(place, node, isInit));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      parts.add(part(place.appendIndex(i), node.get(i), isInit));
    }
  }

  private Part part(JsonPointer place, JsonNode container, boolean isInit) {
    String own = container.path("name").asText();
    String name = own.isEmpty() ? form.name() : form.prefix() + own;
    return new Part(place, container, name, isInit, container.path(form.resources()));
  }

  /** How many of them there are at a time; one where each trial or nobody says it. */
  public int count() {
    int least = -1;
    for (JsonPointer pointer : count) {
      JsonNode number = object.root().at(pointer);
      if (number.isNumber()) {
        least = least < 0 ? number.asInt() : Math.min(least, number.asInt());
      }
    }
    return least < 0 ? 1 : least;
  }

  /** Where their service account is, or would be; absent where that is not known. */
  public Optional<JsonPointer> accountAt() {
    return accounts.stream()
        .filter(pointer -> !object.root().at(pointer).asText().isEmpty())
        .findFirst()
        .or(() -> isTemplate() ? accounts.stream().findFirst() : last(accounts));
  }

  private static Optional<JsonPointer> last(List<JsonPointer> pointers) {
    return pointers.isEmpty() ? Optional.empty() : Optional.of(pointers.get(pointers.size() - 1));
  }

  /** Their service account. */
  public String account() {
    String name = accountAt().map(pointer -> object.root().at(pointer).asText()).orElse("");
    return name.isEmpty() ? UNNAMED : name;
  }

  /**
   * Where a label or an annotation of theirs is, a label first; their template if there is none,
   * and absent where nothing of them says such things.
   */
  public Optional<JsonPointer> markAt(String key) {
    for (JsonPointer place : metadata) {
      for (String kind : List.of("labels", "annotations")) {
        if (object.root().at(place).path(kind).has(key)) {
          return Optional.of(place.appendProperty(kind).appendProperty(key));
        }
      }
    }
    return metadata.isEmpty() ? Optional.empty() : Optional.of(at);
  }

  /** The keys of its containers that no container of Kubernetes has. */
  public List<String> more() {
    return form.more();
  }

  /** Who gives requests and limits to containers that have none; empty: nobody. */
  public String fillsIn() {
    return fillsIn;
  }

  /** The names of the entries of a list. */
  public static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(entry -> names.add(entry.path("name").asText()));
    return names;
  }
}
