package io.kfaws.catalog;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.check.Schemas;
import io.kfaws.text.Data;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.KfawsException;
import io.kfaws.text.Source;
import io.kfaws.text.Yaml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shelves in order: override, release and common are one mechanism, and the first that holds a path
 * wins.
 */
public final class Shelves {
  private static final String SCHEMA = "kfaws/component.schema.json";

  private final List<Shelf> shelves;
  private final Schemas schemas;

  Shelves(List<Shelf> shelves, Schemas schemas) {
    this.shelves = List.copyOf(shelves);
    this.schemas = schemas;
  }

  /**
   * The file at this path, from the first shelf that holds it.
   *
   * @throws IOException if it is there and cannot be read
   */
  public Optional<Source> find(String path) throws IOException {
    for (Shelf shelf : shelves) {
      Optional<Source> found = shelf.find(path);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * The component in this folder.
   *
   * @throws KfawsException if its descriptor is not well-formed, or names a file that no shelf
   *     holds
   * @throws IOException if a shelf cannot be read
   */
  public Component component(String name) throws IOException {
    String path = name + "/" + Component.DESCRIPTOR;
    for (Shelf shelf : shelves) {
      Optional<Source> found = shelf.find(path);
      if (found.isPresent()) {
        return component(name, Yaml.read(found.get()), shelf.isJudged());
      }
    }
    throw new IllegalStateException("no shelf holds " + path);
  }

  private Component component(String name, Document document, boolean isJudged) throws IOException {
    if (!isJudged) {
      KfawsException.throwIfErrors(schemas.judge(SCHEMA, document));
      KfawsException.throwIfErrors(missing(name, document));
    }
    ObjectNode named = document.root().deepCopy();
    return Data.bind(named.put("name", name), Component.class);
  }

  private List<Diagnostic> missing(String component, Document document) throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    JsonNode files = document.root().path("files");
    for (int i = 0; i < files.size(); i++) {
      String item = "/files/" + i;
      JsonPointer at = JsonPointer.compile(files.get(i).isObject() ? item + "/template" : item);
      String path = component + "/" + document.root().at(at).asText();
      if (find(path).isEmpty()) {
        findings.add(
            Diagnostic.error(
                "missing-file",
                document.at(at),
                Document.path(at),
                "no shelf holds " + path,
                "add the file beside this component.yaml, or take it off the list"));
      }
    }
    return findings;
  }
}
