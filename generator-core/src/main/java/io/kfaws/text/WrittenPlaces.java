package io.kfaws.text;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Location;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The places of a tree as it was read. Nodes are numbered as they are written, a parent before its
 * children, and three numbers are kept of each: where its key and its value start in the text, and
 * which number follows its last descendant. Names are looked up in the tree itself.
 */
final class WrittenPlaces implements Places {
  private static final int NUMBERS = 3;

  /** So many children are counted through; of more, each finding would count through all. */
  private static final int FEW = 64;

  private final JsonNode root;
  private final int[] nodes;
  private final Lines lines;

  /** The children of large nodes. */
  private final Map<Integer, Map<String, Integer>> children = new ConcurrentHashMap<>();

  private WrittenPlaces(JsonNode root, int[] nodes, Lines lines) {
    this.root = root;
    this.nodes = nodes;
    this.lines = lines;
  }

  @Override
  public Optional<Place> of(JsonPointer pointer) {
    int node = number(pointer);
    return node < 0 ? Optional.empty() : Optional.of(new Place(key(node), value(node)));
  }

  @Override
  public Optional<Location> textOf(JsonPointer pointer) {
    int node = number(pointer);
    return node < 0 ? Optional.empty() : Optional.of(lines.text(nodes[node * NUMBERS + 1]));
  }

  private Location key(int node) {
    return lines.at(nodes[node * NUMBERS]);
  }

  private Location value(int node) {
    return lines.at(nodes[node * NUMBERS + 1]);
  }

  /** The number of a node; negative if there is none. */
  private int number(JsonPointer pointer) {
    JsonNode parent = root;
    int node = 0;
    for (JsonPointer rest = pointer; node >= 0 && !rest.matches(); rest = rest.tail()) {
      node = child(parent, node, rest);
      parent =
          parent.isArray()
              ? parent.path(rest.getMatchingIndex())
              : parent.path(rest.getMatchingProperty());
    }
    return node;
  }

  /** The number of a child; negative if there is none. */
  private int child(JsonNode parent, int node, JsonPointer name) {
    if (parent.size() > FEW) {
      return children
          .computeIfAbsent(node, n -> children(parent, n))
          .getOrDefault(name.getMatchingProperty(), -1);
    }
    int child = node + 1;
    if (parent.isArray()) {
      int index = name.getMatchingIndex();
      if (index < 0 || index >= parent.size()) {
        return -1;
      }
      for (int i = 0; i < index; i++) {
        child = nodes[child * NUMBERS + 2];
      }
      return child;
    }
    for (Iterator<String> names = parent.fieldNames(); names.hasNext(); ) {
      if (names.next().equals(name.getMatchingProperty())) {
        return child;
      }
      child = nodes[child * NUMBERS + 2];
    }
    return -1;
  }

  /** The numbers of all children, by name or index. */
  private Map<String, Integer> children(JsonNode parent, int node) {
    Map<String, Integer> numbers = new HashMap<>();
    Iterator<String> names = parent.fieldNames();
    int child = node + 1;
    for (int i = 0; i < parent.size(); i++) {
      numbers.put(names.hasNext() ? names.next() : Integer.toString(i), child);
      child = nodes[child * NUMBERS + 2];
    }
    return numbers;
  }

  /** Nodes that were taken back, of which the first has number 0. */
  static final class Cut {
    private final int base;
    private final int[] nodes;

    private Cut(int base, int[] nodes) {
      this.base = base;
      this.nodes = nodes;
    }

    /** The number that follows the last descendant of a node. */
    int after(int node) {
      return nodes[node * NUMBERS + 2] - base;
    }
  }

  /** Numbers the nodes of one document while it is read. */
  static final class Builder {
    private int[] nodes = new int[64 * NUMBERS];
    private int count;

    /** Begins a node, whose number it gives. */
    int begin(int key, int value) {
      grow(1);
      nodes[count * NUMBERS] = key;
      nodes[count * NUMBERS + 1] = value;
      return count++;
    }

    /** Ends a node: whatever was begun since is below it. */
    void end(int node) {
      nodes[node * NUMBERS + 2] = count;
    }

    /** Takes back a node and all that was begun since, which is no part of the tree. */
    void takeBack(int node) {
      count = node;
    }

    private void grow(int more) {
      if (nodes.length < (count + more) * NUMBERS) {
        nodes = Arrays.copyOf(nodes, Math.max(nodes.length * 2, (count + more) * NUMBERS));
      }
    }

    /** How many nodes are in the tree of a node that has ended. */
    int size(int node) {
      return after(node) - node;
    }

    /** Writes what is below a node once more, below the node that was begun last. */
    void repeat(int node) {
      append(nodes, node + 1, after(node), count - node - 1);
    }

    /** Takes back a node and all that was begun since, to write it elsewhere. */
    Cut cut(int node) {
      Cut cut = new Cut(node, Arrays.copyOfRange(nodes, node * NUMBERS, count * NUMBERS));
      takeBack(node);
      return cut;
    }

    /** Writes a node of a cut, with all that is below it, as the next one. */
    void paste(Cut cut, int node) {
      append(cut.nodes, node, cut.after(node), count - node - cut.base);
    }

    /**
     * Appends nodes of which the numbers that follow their last descendants move.
     *
     * @param end the first node that is left out
     * @param moved how far they move
     */
    private void append(int[] from, int first, int end, int moved) {
      grow(end - first);
      int at = count;
      count += end - first;
      System.arraycopy(from, first * NUMBERS, nodes, at * NUMBERS, (end - first) * NUMBERS);
      for (; at < count; at++) {
        nodes[at * NUMBERS + 2] += moved;
      }
    }

    /** The number of the next node. */
    int next() {
      return count;
    }

    /** Where the key of a node starts. */
    int key(int node) {
      return nodes[node * NUMBERS];
    }

    /** The number that follows the last descendant of a node. */
    int after(int node) {
      return nodes[node * NUMBERS + 2];
    }

    /** The places of the tree whose nodes were numbered. */
    Places build(JsonNode root, Lines lines) {
      return new WrittenPlaces(root, Arrays.copyOf(nodes, count * NUMBERS), lines);
    }
  }
}
