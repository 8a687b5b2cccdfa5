package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where first names have values: the bindings, and around them what loops and components name. */
interface Scope {
  /** The value of a first name, if there is one. */
  @Nullable JsonNode value(String name);

  /** The first names that have one. */
  Set<String> names();

  /** These values and one more; it hides another of its name. */
  default Scope with(String name, JsonNode value) {
    return new Inner(this, name, value);
  }

  /** A scope with one more value, so that a file for each of ten thousand items copies none. */
  record Inner(Scope outer, String name, JsonNode value) implements Scope {
    @Override
    public @Nullable JsonNode value(String other) {
      return other.equals(name) ? value : outer.value(other);
    }

    @Override
    public Set<String> names() {
      Set<String> names = new TreeSet<>(outer.names());
      names.add(name);
      return names;
    }
  }
}
