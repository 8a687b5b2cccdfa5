package io.kfaws.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.KfawsException;
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

  Binding(Document document) {
    this.document = document;
  }

  Installation bind(ObjectMapper mapper, Defaults defaults, JsonNode root) {
    JsonNode whole;
    try {
      whole = defaults.complete(root);
    } catch (IllegalArgumentException e) {
      // A region that is none, from which nothing follows: the written values say it themselves.
      whole = root;
    }
    try {
      Installation installation =
          mapper.copy().addHandler(this).treeToValue(whole, Installation.class);
      KfawsException.throwIfErrors(findings);
      return installation;
    } catch (JsonProcessingException e) {
      KfawsException.throwIfErrors(findings);
      throw new IllegalStateException("the schema allows what the records refuse", e);
    }
  }

  @Override
  public @Nullable Object handleInstantiationProblem(
      DeserializationContext context, Class<?> type, @Nullable Object argument, Throwable problem) {
    JsonPointer at = context.getParser().getParsingContext().pathAsPointer();
    findings.add(
        Diagnostic.error("ill-formed", document.at(at), Document.path(at), reason(problem), ""));
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
