package io.kfaws.installation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.text.Document;
import io.kfaws.text.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One document's way into the records: each value type that refuses its text is one finding at the
 * text's place, and binding goes on to find the others.
 */
final class Binding {
  private final Document document;
  private final List<Diagnostic> findings = new ArrayList<>();

  /** What was refused where the user wrote nothing: it follows from what is refused elsewhere. */
  private final List<Diagnostic> consequences = new ArrayList<>();

  Binding(Document document) {
    this.document = document;
  }

  Installation bind(JsonNode whole) {
    @Nullable Installation installation = Records.read(whole, Installation.class, this::refused);
    throwIfRefused();
    return Objects.requireNonNull(installation);
  }

  private void throwIfRefused() {
    KfawsException.throwIfErrors(findings);
    KfawsException.throwIfErrors(consequences);
  }

  private void refused(JsonPointer at, Throwable problem) {
    boolean isWritten = !document.root().at(at).isMissingNode();
    (isWritten ? findings : consequences)
        .add(
            Diagnostic.error(
                "ill-formed",
                document.at(at),
                Document.path(at),
                String.valueOf(problem.getMessage()),
                ""));
  }
}
