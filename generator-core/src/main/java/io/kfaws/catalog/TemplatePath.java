package io.kfaws.catalog;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import io.kfaws.schema.Schemas;
import io.kfaws.text.Data;
import io.kfaws.text.Document;
import io.kfaws.text.Yaml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * TemplatePath in order: override, release and common are one mechanism, and the first that holds a
 * path wins.
 */
public final class TemplatePath {
  private static final String SCHEMA = "kfaws/component.schema.json";
  private static final String TEMPLATE_SCHEMA = "kfaws/experiment-template.schema.json";

  /** All of a path but its last name. */
  private static final Pattern LAST = Pattern.compile(".*/");

  private final List<TemplateSource> sources;
  private final Schemas schemas;

  /** Several overlays have components in common. */
  private final Map<String, Component> components = new ConcurrentHashMap<>();

  TemplatePath(List<TemplateSource> sources, Schemas schemas) {
    this.sources = List.copyOf(sources);
    this.schemas = schemas;
  }

  /**
   * The file at this path, from the first template folder that holds it.
   *
   * @throws IOException if it is there and cannot be read
   */
  public Optional<Source> find(String path) throws IOException {
    for (TemplateSource source : sources) {
      Optional<Source> found = source.find(path);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * The component in this folder.
   *
   * @throws KfawsException if its descriptor is not well-formed, or names a file that no template
   *     folder holds
   * @throws IOException if a template folder cannot be read
   */
  public Component component(String name) throws IOException {
    Component known = components.get(name);
    if (known != null) {
      return known;
    }
    Component read = readComponent(name);
    components.put(name, read);
    return read;
  }

  private Component readComponent(String name) throws IOException {
    String path = name + "/" + Component.DESCRIPTOR;
    for (TemplateSource source : sources) {
      Optional<Source> found = source.find(path);
      if (found.isPresent()) {
        return component(name, Yaml.read(found.get()), source.isValidated());
      }
    }
    throw new IllegalStateException("no template folder holds " + path);
  }

  /**
   * The template of this name in the library of experiments; empty if no template folder holds it.
   *
   * @throws KfawsException if its description is not well-formed, or names a part that no template
   *     folder holds
   * @throws IOException if a template folder cannot be read
   */
  public Optional<LibraryTemplate> experimentTemplate(String name) throws IOException {
    for (TemplateSource source : sources) {
      Optional<Source> found = source.find(LibraryTemplate.path(name));
      if (found.isPresent()) {
        Document document = Yaml.read(found.get());
        if (!source.isValidated()) {
          KfawsException.throwIfErrors(schemas.validate(TEMPLATE_SCHEMA, document));
          KfawsException.throwIfErrors(missing(LibraryTemplate.FOLDER, "parts", document));
        }
        return Optional.of(Data.bind(document.root(), LibraryTemplate.class));
      }
    }
    return Optional.empty();
  }

  private Component component(String name, Document document, boolean isValidated)
      throws IOException {
    if (!isValidated) {
      KfawsException.throwIfErrors(schemas.validate(SCHEMA, document));
      KfawsException.throwIfErrors(missing(name + "/", "files", document));
    }
    ObjectNode named = document.root().deepCopy();
    return Data.bind(named.put("name", name), Component.class);
  }

  private List<Diagnostic> missing(String folder, String list, Document document)
      throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    JsonNode files = document.root().path(list);
    for (int i = 0; i < files.size(); i++) {
      String item = "/" + list + "/" + i;
      JsonPointer at = JsonPointer.compile(files.get(i).isObject() ? item + "/template" : item);
      String path = folder + document.root().at(at).asText();
      if (find(path).isEmpty()) {
        findings.add(
            Diagnostic.error(
                "missing-template",
                document.at(at),
                Document.path(at),
                "no template folder holds " + path,
                "add the file beside this "
                    + LAST.matcher(document.source().name()).replaceFirst("")
                    + ", or take it off the list"));
      }
    }
    return findings;
  }
}
