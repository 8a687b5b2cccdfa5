package io.kfaws.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kfaws.catalog.ReleaseDescriptor;
import io.kfaws.kube.ObjectReference;
import io.kfaws.prove.Objects;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the rules of a cell get.
 *
 * @param cell which build
 * @param descriptor what kfaws knows about its release
 * @param expected what the build has to show, the cell's data
 * @param base the base alone, built
 * @param built the overlay on the base, built
 */
record Case(
    Cell cell, ReleaseDescriptor descriptor, JsonNode expected, Objects base, Objects built) {
  static final JsonNode NOTHING = MissingNode.getInstance();

  /** The objects of the build that the base alone has not, or not so. */
  Stream<ObjectReference> touched() {
    return built.byKey().keySet().stream().filter(key -> !built.get(key).equals(base.get(key)));
  }

  /** A list of the cell's data. */
  NavigableSet<String> expected(String list) {
    NavigableSet<String> texts = new TreeSet<>();
    expected.path(list).forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
