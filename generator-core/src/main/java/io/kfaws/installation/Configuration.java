package io.kfaws.installation;

import io.kfaws.Diagnostic;
import io.kfaws.text.Document;
import java.util.List;

/**
 * A configuration that was read: the model, and the document that knows where each of its keys is.
 *
 * @param document the text, with places
 * @param installation the model
 * @param warnings what is worth a look
 */
public record Configuration(
    Document document, Installation installation, List<Diagnostic> warnings) {
  /** Copies the list. */
  public Configuration {
    warnings = List.copyOf(warnings);
  }
}
