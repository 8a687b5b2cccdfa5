package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.text.Document;
import io.kfaws.text.Formatted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One document's way into a {@link Policy}.
 *
 * <p>Source of what is allowed: IAM User Guide, "Grammar of the IAM JSON policy language".
 */
final class PolicyReader {
  private static final String OLD = "2008-10-17";
  private static final String RIGHT_VERSION = "write \"Version\": \"" + Policy.VERSION + "\"";
  private static final String RIGHT =
      "write {\"Version\": \"" + Policy.VERSION + "\", \"Statement\": [{...}]}";
  private static final List<String> KEYS = List.of("Version", "Id", "Statement");

  private static final Elements.Shape ID =
      new Elements.Shape(
          Pattern.compile(".+", Pattern.DOTALL), "an id", "write any text, or drop the key");

  private final Document document;
  private final Elements elements;
  private final StatementReader reader;
  private final List<Diagnostic> warnings = new ArrayList<>();

  /** Whether the older language is read, too, as IAM does. */
  private final boolean ofOthers;

  PolicyReader(Document document) {
    this(document, false);
  }

  private PolicyReader(Document document, boolean ofOthers) {
    this.document = document;
    this.ofOthers = ofOthers;
    this.elements = new Elements(document);
    this.reader = new StatementReader(elements);
  }

  /** A reader of what IAM takes, whoever wrote it. */
  static PolicyReader ofOthers(Document document) {
    return new PolicyReader(document, true);
  }

  /** What IAM takes and reads otherwise than most people. */
  List<Diagnostic> warnings() {
    return warnings;
  }

  Policy read() {
    JsonPointer top = JsonPointer.empty();
    JsonNode root = document.root();
    List<Statement> statements = new ArrayList<>();
    Optional<String> id = Optional.empty();
    Optional<CliOutput> output = CliOutput.of(root);
    if (output.isPresent()) {
      output.get().find(elements);
    } else if (elements.isMapping(top, root, "a policy document", RIGHT)) {
      elements.onlyKeys(top, root, KEYS);
      version(root.path("Version"));
      id = elements.text(top, root, "Id", ID);
      statements(root.path("Statement"), statements);
    }
    KfawsException.throwIfErrors(elements.findings());
    return new Policy(id, statements);
  }

  private void version(JsonNode version) {
    JsonPointer at = JsonPointer.compile("/Version");
    if (ofOthers && (version.isMissingNode() || version.asText().equals(OLD))) {
      warnings.add(
          Diagnostic.warning(
              "old-policy-version",
              document.at(at),
              Document.path(at),
              (version.isMissingNode() ? "is missing, so IAM reads " : "is ")
                  + OLD
                  + ", IAM's older language, to which variables such as ${aws:username} are plain"
                  + " text",
              RIGHT_VERSION));
    } else if (version.isMissingNode()) {
      elements.missing(at, RIGHT_VERSION);
    } else if (!version.asText().equals(Policy.VERSION)) {
      String old = "2008-10-17 is IAM's older language, to which ${aws:username} is plain text; ";
      elements.find(
          "unknown-value",
          at,
          Formatted.value(version) + " is not the version of a policy that kfaws reads",
          version.asText().equals(OLD) ? old + RIGHT_VERSION : RIGHT_VERSION);
    }
  }

  private void statements(JsonNode node, List<Statement> statements) {
    JsonPointer at = JsonPointer.compile("/Statement");
    if (node.isMissingNode()) {
      elements.missing(at, "a policy is a list of statements; without one it says nothing");
    } else if (!node.isArray()) {
      reader.read(at, node).ifPresent(statements::add);
    } else if (node.isEmpty()) {
      elements.find("empty-list", at, "the list is empty", "a policy has at least one statement");
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      reader.read(at.appendIndex(i), node.get(i)).ifPresent(statements::add);
    }
  }
}
