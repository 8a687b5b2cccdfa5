package io.kfaws.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Every patch took effect, and nothing beside it: exactly the expected fields differ. */
final class FieldsRule {
  private FieldsRule() {}

  static List<String> broken(Case build) {
    NavigableSet<String> expected = new TreeSet<>();
    for (var object : build.expected().path("changed").properties()) {
      for (var path : object.getValue().properties()) {
        for (JsonNode name : path.getValue()) {
          expected.add(object.getKey() + ": " + path.getKey() + ": " + name.asText());
        }
      }
    }
    NavigableSet<String> found = new TreeSet<>();
    build
        .touched()
        .filter(key -> build.base().byKey().containsKey(key))
        .forEach(
            key ->
                Difference.between(build.base().get(key), build.built().get(key))
                    .forEach(difference -> found.add(key.label() + ": " + difference)));
    List<String> broken = new ArrayList<>();
    ObjectsRule.compare("changed", expected, found, broken);
    return broken;
  }
}
