package io.kfaws.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.kube.KubernetesObject;
import io.kfaws.kube.ObjectReference;
import io.kfaws.prove.Objects;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** A build's objects, to be broken on purpose: what is asked for is copied first. */
final class Draft {
  private static final String SPEC = "/spec/template/spec";

  private final Case build;
  private final TreeMap<ObjectReference, JsonNode> objects;
  private final Set<ObjectReference> last = new LinkedHashSet<>();

  Draft(Case build) {
    this.build = build;
    objects = new TreeMap<>(build.built().byKey());
  }

  /** The broken build. */
  Case broken() {
    return new Case(
        build.cell(),
        build.descriptor(),
        build.expected(),
        build.base(),
        new Objects(objects, order(), List.of()));
  }

  /** The build's order; what is new comes last. */
  private List<ObjectReference> order() {
    Set<ObjectReference> order = new LinkedHashSet<>(build.built().order());
    order.removeAll(last);
    order.addAll(last);
    order.retainAll(objects.keySet());
    order.addAll(objects.keySet());
    return List.copyOf(order);
  }

  /** Builds all objects of a kind behind all others. */
  void last(String kind) {
    build.built().keys(kind).forEach(last::add);
  }

  /** An object of the build, by its label, to be changed. */
  ObjectNode object(String label) {
    ObjectReference key = key(new Objects(objects, List.of(), List.of()), label);
    ObjectNode copy = new Objects(objects, List.of(), List.of()).get(key).deepCopy();
    objects.put(key, copy);
    return copy;
  }

  /** The pod spec of a Deployment, to be changed. */
  ObjectNode pod(String deployment) {
    return (ObjectNode) object("Deployment " + deployment).at(SPEC);
  }

  /** The first container of a Deployment, to be changed. */
  ObjectNode container(String deployment) {
    return (ObjectNode) pod(deployment).at("/containers/0");
  }

  /** A variable of a Deployment's first container, to be changed. */
  ObjectNode variable(String deployment, String name) {
    for (JsonNode variable : container(deployment).path("env")) {
      if (variable.path("name").asText().equals(name)) {
        return (ObjectNode) variable;
      }
    }
    throw new IllegalArgumentException("no variable " + name);
  }

  /** Tells a Deployment's first container this text, whatever it was told before. */
  void tell(String deployment, String name, String text) {
    ArrayNode variables = container(deployment).withArray("env");
    for (Iterator<JsonNode> it = variables.iterator(); it.hasNext(); ) {
      if (it.next().path("name").asText().equals(name)) {
        it.remove();
      }
    }
    variables.addObject().put("name", name).put("value", text);
  }

  /** Drops the entry of a list that has this name. */
  static void drop(JsonNode list, String name) {
    ArrayNode entries = (ArrayNode) list;
    for (int i = 0; i < entries.size(); i++) {
      if (entries.path(i).path("name").asText().equals(name)) {
        entries.remove(i);
        return;
      }
    }
    throw new IllegalArgumentException("no entry " + name);
  }

  /** Brings an object of the base back. */
  void restore(String label) {
    ObjectReference key = key(build.base(), label);
    objects.put(key, build.base().get(key));
  }

  void remove(String label) {
    objects.remove(key(new Objects(objects, List.of(), List.of()), label));
  }

  private static ObjectReference key(Objects objects, String label) {
    return objects.byKey().keySet().stream()
        .filter(key -> key.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + label));
  }

  /** Gives an object another name. */
  void rename(String label, String name) {
    ObjectNode object = object(label);
    remove(label);
    ((ObjectNode) object.path("metadata")).put("name", name);
    objects.put(new KubernetesObject(object).reference(), object);
  }
}
