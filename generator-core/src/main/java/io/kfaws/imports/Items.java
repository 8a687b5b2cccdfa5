package io.kfaws.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.List;

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
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      JsonPointer at = JsonPointer.empty().appendProperty(ITEMS).appendIndex(i);
      documents.addAll(
          of(new Document(document.source(), items.get(i), document.places().below(at))));
    }
    return documents;
  }
}
