package io.kfaws.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The objects of a list, as {@code kubectl get -o yaml} prints one. */
final class Items {
  private static final String ITEMS = "items";

  private Items() {}

  /** Each item as a document of its own with its places in the file; else the document itself. */
  static List<Document> of(Document document) {
    JsonNode items = document.root().path(ITEMS);
    if (!document.root().path("kind").asText().endsWith("List") || !items.isArray()) {
      return List.of(document);
    }
    List<Map<JsonPointer, Document.Place>> places = new ArrayList<>();
    items.forEach(item -> places.add(new HashMap<>()));
    document
        .places()
        .forEach(
            (at, place) -> {
              if (ITEMS.equals(at.getMatchingProperty()) && !at.tail().matches()) {
                places.get(at.tail().getMatchingIndex()).put(at.tail().tail(), place);
              }
            });
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      documents.addAll(of(new Document(document.source(), items.get(i), places.get(i))));
    }
    return documents;
  }
}
