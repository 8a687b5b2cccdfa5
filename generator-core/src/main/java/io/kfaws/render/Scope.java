package io.kfaws.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** Where first names have values: the bindings, and around them what loops and components name. */
interface Scope {
  /** The value of a first name, if there is one. */
  Optional<JsonNode> value(String name);

  /** The first names that have one. */
  Set<String> names();
}
