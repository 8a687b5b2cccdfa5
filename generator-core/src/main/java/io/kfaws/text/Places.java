package io.kfaws.text;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Where each node of a tree was written: the one mechanism by which a value knows its origin,
 * through whatever has moved it since.
 */
public interface Places {

  /**
   * Where a node was written.
   *
   * @param key where its key starts; the value's own place for the root and for items of a list
   * @param value where its value starts
   */
  record Place(Location key, Location value) {}

  /** Where the node at {@code pointer} was written; absent if it was not written. */
  Optional<Place> of(JsonPointer pointer);

  /**
   * Where the text of a scalar starts: that of a block scalar in the line below its indicator.
   * Absent if it was not written.
   */
  Optional<Location> textOf(JsonPointer pointer);

  /** The places of a tree of which nothing was written. */
  static Places none() {
    return new Assembly();
  }

  /** The places of what is below {@code from}, as a tree of its own. */
  default Places below(JsonPointer from) {
    return new Assembly().put(JsonPointer.empty(), from, this);
  }

  /**
   * The places of a tree that is put together from others. Where several parts reach a node, the
   * last one that has a place for it tells.
   */
  final class Assembly implements Places {
    private record Part(JsonPointer at, JsonPointer from, Places places) {}

    private final List<Part> parts = new ArrayList<>();

    /** Says that the tree at a pointer is a whole one with these places. */
    public Assembly put(JsonPointer at, Places places) {
      return put(at, JsonPointer.empty(), places);
    }

    /** Says that the tree at a pointer was written where these places have the one at another. */
    public Assembly put(JsonPointer at, JsonPointer from, Places places) {
      parts.add(0, new Part(at, from, places));
      return this;
    }

    @Override
    public Optional<Place> of(JsonPointer pointer) {
      return first(pointer, Places::of);
    }

    @Override
    public Optional<Location> textOf(JsonPointer pointer) {
      return first(pointer, Places::textOf);
    }

    private <T> Optional<T> first(
        JsonPointer pointer, BiFunction<Places, JsonPointer, Optional<T>> look) {
      for (Part part : parts) {
        Optional<T> found =
            below(part.at, pointer)
                .flatMap(rest -> look.apply(part.places, part.from.append(rest)));
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    /** What is left of a pointer below another; absent if it does not lead there. */
    private static Optional<JsonPointer> below(JsonPointer at, JsonPointer pointer) {
      JsonPointer prefix = at;
      JsonPointer rest = pointer;
      while (!prefix.matches()) {
        if (rest.matches() || !prefix.getMatchingProperty().equals(rest.getMatchingProperty())) {
          return Optional.empty();
        }
        prefix = prefix.tail();
        rest = rest.tail();
      }
      return Optional.of(rest);
    }
  }
}
