package io.kfaws.build;

import io.kfaws.kube.ObjectReference;
import io.kfaws.prove.Objects;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Exactly the expected objects are gone, new and changed; all others are the base's. */
final class ObjectsRule {
  private ObjectsRule() {}

  static List<String> broken(Case build) {
    NavigableSet<String> removed = labels(build.base(), build.built());
    NavigableSet<String> added = labels(build.built(), build.base());
    NavigableSet<String> changed =
        build
            .touched()
            .filter(key -> build.base().byKey().containsKey(key))
            .map(ObjectReference::label)
            .collect(Collectors.toCollection(TreeSet::new));
    NavigableSet<String> toChange = new TreeSet<>();
    build.expected().path("changed").fieldNames().forEachRemaining(toChange::add);

    List<String> broken = new ArrayList<>();
    compare("removed", build.expected("removed"), removed, broken);
    compare("added", build.expected("added"), added, broken);
    compare("changed", toChange, changed, broken);
    return broken;
  }

  /** What one build has and the other has not. */
  private static NavigableSet<String> labels(Objects one, Objects other) {
    return one.byKey().keySet().stream()
        .filter(key -> !other.byKey().containsKey(key))
        .map(ObjectReference::label)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Adds a line for each element that only one of the sets has. */
  static void compare(
      String what, NavigableSet<String> expected, NavigableSet<String> found, List<String> broken) {
    expected.stream()
        .filter(text -> !found.contains(text))
        .forEach(text -> broken.add(what + ": expected and not so: " + text));
    found.stream()
        .filter(text -> !expected.contains(text))
        .forEach(text -> broken.add(what + ": so and not expected: " + text));
  }
}
