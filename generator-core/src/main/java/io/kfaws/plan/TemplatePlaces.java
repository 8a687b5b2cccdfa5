package io.kfaws.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.Document.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where what a template comes to was written: under the key of the wish that its place ends with.
 * {@code trialTemplate.job.image} is the template's {@code image}, and {@code parameters[0].name}
 * its {@code parameters[0].name}; what has no such key is the template's own.
 */
final class TemplatePlaces {
  private final Document wish;
  private final JsonPointer template;
  private final Map<JsonPointer, Place> places = new HashMap<>();
  private final Map<String, String> paths = new HashMap<>();

  private TemplatePlaces(Document wish, JsonPointer template) {
    this.wish = wish;
    this.template = template;
  }

  /**
   * The places of a spec.
   *
   * @param template where the wish asks for the template
   * @param spec what it came to
   */
  static TemplatePlaces of(Document wish, JsonPointer template, JsonNode spec) {
    TemplatePlaces places = new TemplatePlaces(wish, template);
    places.walk(spec, JsonPointer.empty(), JsonPointer.empty());
    return places;
  }

  /**
   * @param at where a node stands
   * @param asked where the wish would have it: what lists name and value there are entries of a
   *     mapping here
   */
  private void walk(JsonNode node, JsonPointer at, JsonPointer asked) {
    Optional<JsonPointer> written = written(at).or(() -> written(asked));
    JsonPointer there = written.orElse(template.appendProperty("name"));
    places.put(at, new Place(wish.keyAt(there), wish.at(there)));
    written.ifPresent(w -> paths.put(Document.path(at), Document.path(w)));
    for (var member : node.properties()) {
      boolean isEntry = !asked.equals(at) && member.getKey().matches("name|value");
      walk(
          member.getValue(),
          at.appendProperty(member.getKey()),
          isEntry ? asked : asked.appendProperty(member.getKey()));
    }
    for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
      JsonNode item = node.get(i);
      boolean isEntry = item.path("name").isTextual() && item.has("value");
      walk(item, at.appendIndex(i), isEntry ? entry(asked, item) : asked.appendIndex(i));
    }
  }

  private static JsonPointer entry(JsonPointer list, JsonNode item) {
    boolean isSettings = list.last().matchesProperty("algorithmSettings");
    JsonPointer map = isSettings ? list.head().appendProperty("settings") : list;
    return map.appendProperty(item.path("name").textValue());
  }

  /** The longest end of a place that the wish has under the template. */
  private Optional<JsonPointer> written(JsonPointer at) {
    for (JsonPointer end = at; end != null && !end.matches(); end = end.tail()) {
      JsonPointer there = template.append(end);
      boolean isName = end.tail().matches() && end.matchesProperty("name");
      if (!isName && wish.places().containsKey(there)) {
        return Optional.of(there);
      }
    }
    return Optional.empty();
  }

  /** The spec as a document of the wish. */
  Document document(JsonNode spec) {
    return new Document(wish.source(), spec, places);
  }

  /** A finding about the spec, told in the words of the wish. */
  Diagnostic told(Diagnostic found) {
    Optional<String> own = Optional.ofNullable(paths.get(found.path()));
    String path = own.orElse(Document.path(template));
    String message =
        own.isPresent() || found.path().isEmpty()
            ? found.message()
            : found.path() + ": " + found.message();
    return new Diagnostic(
        found.rule(), found.severity(), found.location(), path, message, found.hint());
  }
}
