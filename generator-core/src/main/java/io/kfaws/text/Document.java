package io.kfaws.text;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.KfawsException;
import io.kfaws.Location;
import io.kfaws.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One YAML document as a tree of which every node knows its place.
 *
 * @param source the text it was read from
 * @param root the tree; a null node where the document is empty
 * @param places where each node was written
 */
public record Document(Source source, JsonNode root, Places places) {

  /** Where the value at {@code pointer} starts, or the nearest ancestor's that is there. */
  public Location at(JsonPointer pointer) {
    return nearest(pointer).value();
  }

  /** Where the key at {@code pointer} is, or the nearest ancestor's that is there. */
  public Location keyAt(JsonPointer pointer) {
    return nearest(pointer).key();
  }

  private Places.Place nearest(JsonPointer pointer) {
    JsonPointer at = pointer;
    while (at != null) {
      Optional<Places.Place> place = places.of(at);
      if (place.isPresent()) {
        return place.get();
      }
      at = at.head();
    }
    Location whole = Location.of(source.name());
    return new Places.Place(whole, whole);
  }

  /**
   * The YAML documents inside the text at {@code pointer}, with their places in this source.
   *
   * @throws KfawsException with all findings of strict YAML
   */
  public List<Document> inside(JsonPointer pointer) {
    return inside(pointer, false);
  }

  /**
   * The same in a document that somebody else wrote: aliases are followed.
   *
   * @throws KfawsException with all findings
   */
  public List<Document> receivedInside(JsonPointer pointer) {
    return inside(pointer, true);
  }

  private List<Document> inside(JsonPointer pointer, boolean isReceived) {
    String text = root.at(pointer).asText();
    if (places instanceof LatePlaces late) {
      String name = source.name() + " " + late.number() + pointer;
      return Yaml.readInside(source, name, () -> textOf(pointer), text, isReceived);
    }
    Location start = textOf(pointer);
    return Yaml.readInside(source, start.toString(), () -> start, text, isReceived);
  }

  /**
   * Where the characters of the text at {@code pointer} are, by their index: exactly in a literal
   * block scalar, and else where the text starts.
   */
  public IntFunction<Location> characters(JsonPointer pointer) {
    Location start = textOf(pointer);
    if (start.equals(at(pointer))) {
      return offset -> start;
    }
    String text = root.at(pointer).asText();
    int[] breaks = IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n').toArray();
    return offset -> {
      int before = -Arrays.binarySearch(breaks, offset) - 1;
      int line = before == 0 ? 0 : breaks[before - 1] + 1;
      return new Location(start.source(), start.line() + before, start.column() + offset - line);
    };
  }

  private Location textOf(JsonPointer pointer) {
    return places.textOf(pointer).orElseGet(() -> at(pointer));
  }

  /** A pointer in the words of a user: {@code /s3/access/irsa} is {@code s3.access.irsa}. */
  public static String path(JsonPointer pointer) {
    StringBuilder path = new StringBuilder();
    for (JsonPointer at = pointer; at != null && !at.matches(); at = at.tail()) {
      String name = at.getMatchingProperty();
      if (at.mayMatchElement() && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
        path.append('[').append(name).append(']');
      } else if (name.matches("[A-Za-z0-9_$-]+")) {
        path.append(path.isEmpty() ? "" : ".").append(name);
      } else {
        path.append('[').append(YamlScalar.quoted(name)).append(']'); // no control characters
      }
    }
    return path.toString();
  }

  /** A path below another, both in the words of a user; either can be empty. */
  public static String path(String parent, String path) {
    boolean joined = parent.isEmpty() || path.isEmpty() || path.startsWith("[");
    return joined ? parent + path : parent + "." + path;
  }

  /** The pointer of a path of plain names: {@code s3.access.irsa} is {@code /s3/access/irsa}. */
  public static JsonPointer pointer(String path) {
    return JsonPointer.compile("/" + path.replace('.', '/'));
  }
}
