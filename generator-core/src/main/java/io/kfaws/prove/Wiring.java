package io.kfaws.prove;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Data;
import io.kfaws.text.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each consumer has to be told, as data ({@code overlays/wiring.yaml}). A value is a text with
 * holes, <code>{rds.host}</code>, that the configuration fills.
 *
 * @param words fields and variables whose text is a word and no address
 * @param programs containers and their variables
 * @param documents texts in ConfigMaps that a program reads
 */
record Wiring(Set<String> words, List<Program> programs, List<Text> documents) {
  private static final Pattern HOLE = Pattern.compile("\\{([A-Za-z0-9.]+)\\}");
  private static final Wiring KNOWN = Data.read("overlays/wiring.yaml", Wiring.class);

  /** Copies the collections. */
  Wiring {
    words = Set.copyOf(words);
    programs = List.copyOf(programs);
    documents = List.copyOf(documents);
  }

  /** What kfaws knows. */
  static Wiring known() {
    return KNOWN;
  }

  /**
   * The container of a program.
   *
   * @param when the path of the configuration that must be there
   * @param in where the container is
   * @param variables what it is told
   */
  record Program(String when, Place in, List<Variable> variables) {
    /** Copies the list. */
    Program {
      variables = List.copyOf(variables);
    }
  }

  /**
   * Where a container, or a document, is.
   *
   * @param kind {@code Deployment} or {@code ConfigMap}
   * @param name the object's name in namespace kubeflow
   * @param container the container's name in a Deployment
   * @param key the key of a ConfigMap; a container there is the first of the pod in its text
   */
  record Place(String kind, String name, Optional<String> container, Optional<String> key) {
    @Override
    public String toString() {
      return kind + " " + name + ": " + container.or(() -> key).orElse("");
    }
  }

  /**
   * A value and the variables that tell it.
   *
   * @param names the names that releases give the variable: each that the container has must be
   *     right, and one must be there
   * @param value the value; absent: none of the variables may be there
   * @param beside a variable that the base's container must have for this one to matter
   */
  record Variable(List<String> names, Optional<String> value, Optional<String> beside) {
    /** Copies the list. */
    Variable {
      names = List.copyOf(names);
    }
  }

  /**
   * A YAML or JSON text in a ConfigMap.
   *
   * @param when the path of the configuration that must be there
   * @param in which text
   * @param values what it says, by JSON pointer
   */
  record Text(String when, Place in, Map<String, String> values) {
    /** Copies the map. */
    Text {
      values = Map.copyOf(values);
    }
  }

  /**
   * A value with its holes filled.
   *
   * @throws IllegalStateException if the configuration has nothing for a hole
   */
  static String filled(String value, JsonNode configuration) {
    Matcher holes = HOLE.matcher(value);
    StringBuilder filled = new StringBuilder();
    while (holes.find()) {
      JsonNode node = configuration.at(Document.pointer(holes.group(1)));
      if (!node.isValueNode()) {
        throw new IllegalStateException("overlays/wiring.yaml names no value: " + holes.group(1));
      }
      holes.appendReplacement(filled, Matcher.quoteReplacement(node.asText()));
    }
    return holes.appendTail(filled).toString();
  }
}
