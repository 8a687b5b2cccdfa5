package io.kfaws.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.text.Document;
import io.kfaws.text.Places;
import io.kfaws.text.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where what a template comes to was written: under the key of the configuration that its place
 * ends with. {@code trialTemplate.job.image} is the template's {@code image}, and {@code
 * parameters[0].name} its {@code parameters[0].name}; what has no such key is the template's own.
 */
final class TemplatePlaces implements Places {
  private final Document configuration;
  private final JsonPointer template;
  private final JsonNode spec;

  private TemplatePlaces(Document configuration, JsonPointer template, JsonNode spec) {
    this.configuration = configuration;
    this.template = template;
    this.spec = spec;
  }

  /**
   * The places of a spec.
   *
   * @param template where the configuration asks for the template
   * @param spec what it came to
   */
  static TemplatePlaces of(Document configuration, JsonPointer template, JsonNode spec) {
    return new TemplatePlaces(configuration, template, spec);
  }

  @Override
  public Optional<Place> of(JsonPointer at) {
    if (spec.at(at).isMissingNode()) {
      return Optional.empty();
    }
    JsonPointer there = written(at, asked(at)).orElse(template.appendProperty("name"));
    return Optional.of(new Place(configuration.keyAt(there), configuration.at(there)));
  }

  @Override
  public Optional<Location> textOf(JsonPointer at) {
    return of(at).map(Place::value);
  }

  private Optional<JsonPointer> written(JsonPointer at, JsonPointer asked) {
    return written(at).or(() -> written(asked));
  }

  /**
   * Where the configuration would have what the spec has at a pointer: what lists name and value
   * there are entries of a mapping here.
   */
  private JsonPointer asked(JsonPointer pointer) {
    JsonPointer asked = JsonPointer.empty();
    JsonPointer at = JsonPointer.empty();
    JsonNode parent = spec;
    for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
      if (parent.isArray()) {
        JsonNode item = parent.path(rest.getMatchingIndex());
        boolean isEntry = item.path("name").isTextual() && item.has("value");
        asked = isEntry ? entry(asked, item) : asked.appendIndex(rest.getMatchingIndex());
        at = at.appendIndex(rest.getMatchingIndex());
        parent = item;
      } else {
        String name = rest.getMatchingProperty();
        boolean isOfEntry = !asked.equals(at) && name.matches("name|value");
        asked = isOfEntry ? asked : asked.appendProperty(name);
        at = at.appendProperty(name);
        parent = parent.path(name);
      }
    }
    return asked;
  }

  private static JsonPointer entry(JsonPointer list, JsonNode item) {
    boolean isSettings = list.last().matchesProperty("algorithmSettings");
    JsonPointer map = isSettings ? list.head().appendProperty("settings") : list;
    return map.appendProperty(item.path("name").textValue());
  }

  /** The longest end of a place that the configuration has under the template. */
  private Optional<JsonPointer> written(JsonPointer at) {
    for (JsonPointer end = at; end != null && !end.matches(); end = end.tail()) {
      JsonPointer there = template.append(end);
      boolean isName = end.tail().matches() && end.matchesProperty("name");
      if (!isName && configuration.places().of(there).isPresent()) {
        return Optional.of(there);
      }
    }
    return Optional.empty();
  }

  /** The spec as a document of the configuration. */
  Document document() {
    return new Document(configuration.source(), spec, this);
  }

  /** A finding about the spec, told in the words of the configuration. */
  Diagnostic told(Diagnostic found) {
    Optional<String> own = path(found.path());
    String path = own.orElse(Document.path(template));
    String message =
        own.isPresent() || found.path().isEmpty()
            ? found.message()
            : found.path() + ": " + found.message();
    return new Diagnostic(
        found.rule(), found.severity(), found.location(), path, message, found.hint());
  }

  /** The path in the configuration of what the spec has at a path, if it is written there. */
  private Optional<String> path(String path) {
    List<String> written = new ArrayList<>();
    Walk.through(
        spec,
        (at, node) -> {
          if (Document.path(at).equals(path)) {
            written(at, asked(at)).map(Document::path).ifPresent(written::add);
          }
        });
    return written.stream().findFirst();
  }
}
