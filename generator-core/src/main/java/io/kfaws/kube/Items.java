package io.kfaws.kube;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.List;

/** The objects of a list, as {@code kubectl get -o yaml} and the API server print one. */
public final class Items {
  private static final String ITEMS = "items";
  private static final String LIST = "List";
  private static final String KIND = "kind";
  private static final String VERSION = "apiVersion";

  private Items() {}

  /**
   * An object in a file.
   *
   * @param path where it is in its document, such as {@code items[0]}; empty if it is all of it
   * @param document the object with its places in the file
   */
  public record Item(String path, Document document) {}

  /** Each item of a list, and of lists in it; of any other document, itself. */
  public static List<Item> of(Document document) {
    List<Item> found = new ArrayList<>();
    add(new Item("", document), found);
    return List.copyOf(found);
  }

  private static void add(Item item, List<Item> found) {
    JsonNode root = item.document.root();
    String kind = root.path(KIND).asText();
    JsonNode items = root.path(ITEMS);
    boolean isEmpty = kind.equals(LIST) && (items.isMissingNode() || items.isNull());
    if (!kind.endsWith(LIST) || !(items.isArray() || isEmpty)) {
      found.add(item);
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      JsonPointer at = JsonPointer.empty().appendProperty(ITEMS).appendIndex(i);
      Document one =
          new Document(
              item.document.source(),
              ofList(items.get(i), root, kind),
              item.document.places().below(at));
      add(new Item(Document.path(item.path, Document.path(at)), one), found);
    }
  }

  /** The API server's own lists name the kind of their items once. */
  private static JsonNode ofList(JsonNode item, JsonNode list, String kind) {
    String ofItems = kind.substring(0, kind.length() - LIST.length());
    if (!(item instanceof ObjectNode written) || item.has(KIND) || ofItems.isEmpty()) {
      return item;
    }
    ObjectNode named = written.objectNode();
    named.set(VERSION, list.path(VERSION));
    named.put(KIND, ofItems);
    named.setAll(written);
    return named;
  }
}
