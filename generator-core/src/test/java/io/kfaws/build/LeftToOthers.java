package io.kfaws.build;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kfaws.catalog.ReleaseDescriptor;
import io.kfaws.kube.ObjectReference;
import io.kfaws.prove.Objects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A key that the overlay removes, since others in the cluster fill it in.
 *
 * @param object whose
 * @param at where it is, a JSON pointer
 */
record LeftToOthers(ObjectReference object, String at) implements Comparable<LeftToOthers> {
  private static final String RULES = "/rules";
  private static final Set<JsonNode> EMPTY = Set.of(TextNode.valueOf(""), TextNode.valueOf("Cg=="));
  private static final String FACTS = "/serverSideApply/";

  @Override
  public int compareTo(LeftToOthers other) {
    int objects = object.compareTo(other.object);
    return objects == 0 ? at.compareTo(other.at) : objects;
  }

  /** Those that a release's descriptor tells of its own base. */
  static Set<LeftToOthers> toldBy(ReleaseDescriptor descriptor) {
    Set<LeftToOthers> told = new TreeSet<>();
    for (JsonNode role : descriptor.facts().at(FACTS + "aggregatedClusterRoles")) {
      ObjectReference key =
          new ObjectReference("ClusterRole", "rbac.authorization.k8s.io", "", role.asText());
      told.add(new LeftToOthers(key, RULES));
    }
    for (JsonNode entry : descriptor.facts().at(FACTS + "emptyCaBundles")) {
      ObjectReference key =
          new ObjectReference(
              entry.path("kind").asText(),
              entry.path("group").asText(),
              "",
              entry.path("name").asText());
      entry.path("paths").forEach(path -> told.add(new LeftToOthers(key, path.asText())));
    }
    return told;
  }

  /** Those that a base has: looked for without asking what a rule or a descriptor says. */
  static Set<LeftToOthers> in(Objects base) {
    Set<LeftToOthers> found = new TreeSet<>();
    base.byKey()
        .forEach(
            (key, object) -> {
              if (object.has("aggregationRule") && object.has("rules")) {
                found.add(new LeftToOthers(key, RULES));
              }
              emptyCas("", object, found, key);
            });
    return found;
  }

  private static void emptyCas(
      String at, JsonNode node, Set<LeftToOthers> found, ObjectReference object) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String path = at + "/" + field.getKey();
      if (field.getKey().equals("caBundle") && EMPTY.contains(field.getValue())) {
        found.add(new LeftToOthers(object, path));
      } else {
        emptyCas(path, field.getValue(), found, object);
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      emptyCas(at + "/" + i, node.path(i), found, object);
    }
  }

  /** Adds what is changed by removing these keys, as a cell's data tells it. */
  static void expect(Set<LeftToOthers> all, Objects base, ObjectNode changed) {
    Map<ObjectReference, List<String>> byObject = new LinkedHashMap<>();
    all.forEach(it -> byObject.computeIfAbsent(it.object(), key -> new ArrayList<>()).add(it.at()));
    byObject.forEach(
        (key, pointers) -> {
          JsonNode without = base.get(key).deepCopy();
          for (String pointer : pointers) {
            JsonPointer at = JsonPointer.compile(pointer);
            ((ObjectNode) without.at(at.head())).remove(at.last().getMatchingProperty());
          }
          ObjectNode fields = changed.putObject(key.label());
          for (String difference : Difference.between(base.get(key), without)) {
            int end = difference.lastIndexOf(": ");
            fields
                .withArrayProperty(difference.substring(0, end))
                .add(difference.substring(end + 2));
          }
        });
  }
}
