package io.kfaws.installation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.text.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document's way into the records: each value type that refuses its text is one finding at the
 * text's place, and binding goes on to find the others.
 */
final class Binding extends DeserializationProblemHandler {
  private final Document document;
  private final List<Diagnostic> findings = new ArrayList<>();

  /** What was refused where the user wrote nothing: it follows from what is refused elsewhere. */
  private final List<Diagnostic> consequences = new ArrayList<>();

  Binding(Document document) {
    this.document = document;
  }

  Installation bind(ObjectReader reader, JsonNode whole) {
    try {
      Installation installation = reader.withHandler(this).readValue(whole);
      throwIfRefused();
      return installation;
    } catch (IOException e) {
      throwIfRefused();
      throw new IllegalStateException("the schema allows what the records refuse", e);
    }
  }

  private void throwIfRefused() {
    KfawsException.throwIfErrors(findings);
    KfawsException.throwIfErrors(consequences);
  }

  @Override
  public @Nullable Object handleInstantiationProblem(
      DeserializationContext context, Class<?> type, @Nullable Object argument, Throwable problem) {
    JsonPointer at = context.getParser().getParsingContext().pathAsPointer();
    boolean isWritten = !document.root().at(at).isMissingNode();
    (isWritten ? findings : consequences)
        .add(
            Diagnostic.error(
                "ill-formed", document.at(at), Document.path(at), reason(problem), ""));
    return null;
  }

  /** What the value type said, without what Jackson wraps around it. */
  private static String reason(Throwable problem) {
    Throwable inner = problem;
    while (inner.getCause() != null) {
      inner = inner.getCause();
    }
    return String.valueOf(inner.getMessage());
  }
}
