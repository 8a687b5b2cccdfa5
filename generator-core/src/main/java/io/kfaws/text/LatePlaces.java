package io.kfaws.text;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Location;
import io.kfaws.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The places of a document that was read without them: its text is read a second time when a
 * finding asks for one, which is once for all its documents.
 */
final class LatePlaces implements Places {
  private final Text text;
  private final int index;

  private LatePlaces(Text text, int index) {
    this.text = text;
    this.index = index;
  }

  /**
   * The documents of a text, without places.
   *
   * @param trees what they are
   * @param reading reads the same trees, with places
   */
  static List<Document> documents(
      Source source, List<JsonNode> trees, Supplier<List<Document>> reading) {
    Text text = new Text(reading);
    List<Document> documents = new ArrayList<>();
    for (JsonNode tree : trees) {
      documents.add(new Document(source, tree, new LatePlaces(text, documents.size())));
    }
    return documents;
  }

  /** Which of the documents of its text it is, from 0. */
  int number() {
    return index;
  }

  @Override
  public Optional<Place> of(JsonPointer pointer) {
    return text.placesOf(index).of(pointer);
  }

  @Override
  public Optional<Location> textOf(JsonPointer pointer) {
    return text.placesOf(index).textOf(pointer);
  }

  /** A text that is read when somebody asks. */
  private static final class Text {
    private final Supplier<List<Document>> reading;
    private final List<Document> placed = new ArrayList<>();

    private Text(Supplier<List<Document>> reading) {
      this.reading = reading;
    }

    synchronized Places placesOf(int document) {
      if (placed.isEmpty()) {
        placed.addAll(reading.get());
      }
      return placed.get(document).places();
    }
  }
}
