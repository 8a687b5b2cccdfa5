package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.Formatted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the External Secrets Operator's webhook refuses of an ExternalSecret beyond its form
 * (external-secrets at cc5bfbc, {@code apis/externalsecrets/v1/externalsecret_validator.go},
 * validateDuplicateKeys): a key twice, unless keys come and go with the values.
 */
final class ExternalSecretRule {
  private static final JsonPointer DATA = JsonPointer.compile("/spec/data");

  private ExternalSecretRule() {}

  static List<Diagnostic> check(Document received) {
    JsonNode root = received.root();
    boolean isRetained = root.at("/spec/target/deletionPolicy").asText("Retain").equals("Retain");
    if (!root.path("kind").asText().equals("ExternalSecret") || !isRetained) {
      return List.of();
    }
    List<Diagnostic> findings = new ArrayList<>();
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < root.at(DATA).size(); i++) {
      JsonNode key = root.at(DATA).path(i).path("secretKey");
      Integer before = key.isTextual() ? first.putIfAbsent(key.textValue(), i) : null;
      if (before != null) {
        JsonPointer at = DATA.appendIndex(i).appendProperty("secretKey");
        findings.add(
            Diagnostic.error(
                "duplicate-external-key",
                received.at(at),
                Document.path(at),
                Formatted.value(key)
                    + " is the key of data["
                    + before
                    + "], too, and the operator refuses it",
                "give one of the two another secretKey"));
      }
    }
    return findings;
  }
}
