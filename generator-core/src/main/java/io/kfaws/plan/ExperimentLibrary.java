package io.kfaws.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import io.kfaws.catalog.LibraryTemplate;
import io.kfaws.catalog.TemplatePath;
import io.kfaws.credentials.Credentials;
import io.kfaws.credentials.Place;
import io.kfaws.installation.Configuration;
import io.kfaws.text.Document;
import io.kfaws.text.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The library of experiment templates, each looked up once however often it is used. */
final class ExperimentLibrary {
  /** The name under which a template sees what the configuration gives it. */
  private static final String ROOT = "template";

  private static final String VALUES = "values";

  private final Configuration configuration;
  private final TemplatePath templates;
  private final Printer printer;
  private final List<String> names;
  private final Map<String, Optional<Parts>> read = new HashMap<>();

  ExperimentLibrary(
      Configuration configuration, TemplatePath templates, Printer printer, List<String> names) {
    this.configuration = configuration;
    this.templates = templates;
    this.printer = printer;
    this.names = names;
  }

  /**
   * A template as it lies on the template folders.
   *
   * @param sources its parts
   * @param asks the parameters that they name, and whether they cannot do without
   */
  private record Parts(List<Source> sources, SortedMap<String, Boolean> asks) {}

  /**
   * The spec that a template comes to, in short.
   *
   * @param at where the configuration asks for it
   * @param given what the configuration gives it, with defaults
   * @throws KfawsException with all that is wrong with the question, or with the template
   * @throws IOException if a template folder cannot be read
   */
  Document fill(JsonPointer at, JsonNode given) throws IOException {
    String name = given.path("name").asText();
    Parts parts = parts(name).orElseThrow(() -> unknown(at, name));
    KfawsException.throwIfErrors(slips(at, name, given, parts.asks));
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    values.set(ROOT, given);
    StringBuilder text = new StringBuilder();
    parts.sources.forEach(source -> text.append(printer.print(source, values)));
    Source filled = Source.of(Path.of(LibraryTemplate.path(name)), text.toString());
    return Credentials.read(filled, Place.FILE);
  }

  private Optional<Parts> parts(String name) throws IOException {
    Optional<Parts> known = read.get(name);
    if (known == null) {
      known = Optional.empty();
      Optional<LibraryTemplate> template = templates.experimentTemplate(name);
      if (template.isPresent()) {
        List<Source> sources = new ArrayList<>();
        for (String path : template.get().paths()) {
          sources.add(templates.find(path).orElseThrow(() -> new IllegalStateException(path)));
        }
        known = Optional.of(new Parts(sources, asked(sources)));
      }
      read.put(name, known);
    }
    return known;
  }

  /** The parameters by name: {@code objective}, or {@code values.dataset}. */
  private SortedMap<String, Boolean> asked(List<Source> sources) {
    SortedMap<String, Boolean> asked = new TreeMap<>();
    for (Source source : sources) {
      printer
          .asks(source)
          .forEach(
              (path, needed) -> {
                String[] keys = path.split("\\.", -1);
                if (keys.length > 1 && keys[0].equals(ROOT)) {
                  boolean own = keys[1].equals(VALUES) && keys.length > 2;
                  asked.merge(own ? VALUES + "." + keys[2] : keys[1], needed, Boolean::logicalOr);
                }
              });
    }
    return asked;
  }

  private List<Diagnostic> slips(
      JsonPointer at, String name, JsonNode given, SortedMap<String, Boolean> asks) {
    List<Diagnostic> findings = new ArrayList<>();
    SortedSet<String> filled = new TreeSet<>();
    given.properties().forEach(entry -> add(entry.getKey(), entry.getValue(), filled));
    filled.remove("name");
    for (String parameter : filled) {
      if (!asks.containsKey(parameter)) {
        JsonPointer there = at.append(Document.pointer(parameter));
        findings.add(
            Diagnostic.error(
                "unknown-key",
                configuration.document().keyAt(there),
                Document.path(there),
                "template " + name + " does not ask for it",
                meant(parameter, asks.keySet())));
      }
    }
    asks.forEach(
        (parameter, needed) -> {
          if (needed && !filled.contains(parameter)) {
            JsonPointer there = at.append(Document.pointer(parameter));
            findings.add(
                Diagnostic.error(
                    "missing-key",
                    configuration.document().keyAt(at),
                    Document.path(there),
                    "is missing, and template " + name + " needs it",
                    parameter.startsWith(VALUES)
                        ? "add " + parameter
                        : "add " + parameter + "; kfaws schema describes it"));
          }
        });
    return findings;
  }

  private static void add(String name, JsonNode value, SortedSet<String> filled) {
    if (name.equals(VALUES)) {
      value.fieldNames().forEachRemaining(key -> filled.add(VALUES + "." + key));
    } else if (!value.isContainerNode() || !value.isEmpty()) {
      filled.add(name);
    }
  }

  private static String meant(String parameter, Set<String> asked) {
    return Nearest.to(parameter, asked)
        .map(nearest -> "did you mean " + nearest + "?")
        .orElse("it asks for " + String.join(", ", asked));
  }

  private KfawsException unknown(JsonPointer at, String name) {
    JsonPointer there = at.appendProperty("name");
    String list = "templates: " + String.join(", ", names);
    return new KfawsException(
        Diagnostic.error(
            "unknown-experiment-template",
            configuration.document().at(there),
            Document.path(there),
            "there is no experiment template " + name,
            Nearest.to(name, names).map(n -> "did you mean " + n + "? " + list).orElse(list)));
  }
}
