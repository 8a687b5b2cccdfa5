package io.kfaws.kube;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Data;
import io.kfaws.text.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where objects have their pods: the data of {@code overlays/pods.yaml}.
 *
 * @param kinds the kinds whose pods have known places
 */
record PodForms(List<Kind> kinds) {
  private static final PodForms ALL = Data.read("overlays/pods.yaml", PodForms.class);
  private static final String SPEC = "/spec";

  /**
   * The pods of one kind.
   *
   * @param group its API group
   * @param kind its name
   * @param templates pointers to pod templates
   * @param pods pods in a form of their own
   * @param metadata labels and annotations of all pods
   * @param accounts the service account of all pods
   * @param fillsIn who gives requests to containers without; empty: nobody
   */
  record Kind(
      String group,
      String kind,
      List<String> templates,
      List<Form> pods,
      List<String> metadata,
      List<String> accounts,
      String fillsIn) {

    /** What is not written is empty. */
    Kind {
      templates = given(templates);
      pods = given(pods);
      metadata = given(metadata);
      accounts = given(accounts);
      fillsIn = Objects.requireNonNullElse(fillsIn, "");
    }
  }

  /**
   * A pod in a form of its own; its pointers begin at the pod.
   *
   * @param at a pointer to it in the object
   * @param containers pointers to its containers
   * @param initContainers pointers to those that run before
   * @param metadata pointers to its labels and annotations
   * @param accounts pointers to its service account
   * @param count pointers to how many of it there are
   * @param name the name of a container without one
   * @param prefix what comes before a container's name
   * @param resources the key of a container's requests and limits
   * @param more the keys of a container beyond those of Kubernetes
   */
  record Form(
      String at,
      List<String> containers,
      List<String> initContainers,
      List<String> metadata,
      List<String> accounts,
      List<String> count,
      String name,
      String prefix,
      String resources,
      List<String> more) {

    /** A pod template. */
    static final Form TEMPLATE =
        new Form(
            "",
            List.of(SPEC + "/containers"),
            List.of(SPEC + "/initContainers"),
            List.of("/metadata"),
            List.of(SPEC + "/serviceAccountName", SPEC + "/serviceAccount"),
            List.of(),
            "",
            "",
            "",
            List.of());

    /** What is not written is empty. */
    Form {
      containers = given(containers);
      initContainers = given(initContainers);
      metadata = given(metadata);
      accounts = given(accounts);
      count = given(count);
      name = Objects.requireNonNullElse(name, "");
      prefix = Objects.requireNonNullElse(prefix, "");
      resources = resources == null || resources.isEmpty() ? "resources" : resources;
      more = given(more);
    }
  }

  private static <T> List<T> given(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** All pods of an object, in the order of their places. */
  static List<Pod> in(KubernetesObject object) {
    Optional<Kind> known =
        ALL.kinds.stream().filter(kind -> object.is(kind.group, kind.kind)).findFirst();
    List<Pod> pods = new ArrayList<>();
    if (known.isEmpty()) {
      Walk.through(
          object.root(),
          (at, node) -> {
            boolean named = at.last() != null && at.last().matchesProperty("template");
            if (named && node.at("/spec/containers").isArray()) {
              pods.add(Pod.template(object, at));
            }
          });
      return pods;
    }
    Kind kind = known.get();
    for (String template : kind.templates) {
      for (JsonPointer at : places(object.root(), template)) {
        pods.add(Pod.template(object, at));
      }
    }
    for (Form form : kind.pods) {
      for (JsonPointer at : places(object.root(), form.at)) {
        Pod pod = pod(object, kind, form, at);
        if (!pod.parts().isEmpty()) {
          pods.add(pod);
        }
      }
    }
    return pods;
  }

  private static Pod pod(KubernetesObject object, Kind kind, Form form, JsonPointer at) {
    List<JsonPointer> metadata = below(at, form.metadata);
    metadata.addAll(below(JsonPointer.empty(), kind.metadata));
    List<JsonPointer> accounts = below(at, form.accounts);
    accounts.addAll(below(JsonPointer.empty(), kind.accounts));
    return new Pod(
        object,
        at,
        object.root().at(at),
        form,
        metadata,
        accounts,
        below(at, form.count),
        kind.fillsIn);
  }

  private static List<JsonPointer> below(JsonPointer at, List<String> pointers) {
    List<JsonPointer> all = new ArrayList<>();
    pointers.forEach(pointer -> all.add(at.append(JsonPointer.compile(pointer))));
    return all;
  }

  /** The places of mappings that a pointer with stars leads to. */
  private static List<JsonPointer> places(JsonNode root, String pointer) {
    List<JsonPointer> places = List.of(JsonPointer.empty());
    for (String step : pointer.substring(1).split("/", -1)) {
      List<JsonPointer> next = new ArrayList<>();
      for (JsonPointer place : places) {
        JsonNode node = root.at(place);
        if (!step.equals("*")) {
          next.add(place.appendProperty(step));
        } else if (node.isArray()) {
          for (int i = 0; i < node.size(); i++) {
            next.add(place.appendIndex(i));
          }
        } else {
          node.fieldNames().forEachRemaining(name -> next.add(place.appendProperty(name)));
        }
      }
      places = next;
    }
    return places.stream().filter(place -> root.at(place).isObject()).toList();
  }
}
