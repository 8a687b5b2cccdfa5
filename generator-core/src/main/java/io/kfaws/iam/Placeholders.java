package io.kfaws.iam;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.text.Document;
import io.kfaws.text.Unfilled;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page or a template leaves open in a policy ({@code open-placeholder}). IAM's own variables
 * are none: {@code ${aws:username}}, {@code ${*}}.
 *
 * <p>Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
final class Placeholders {
  private static final Pattern OPEN =
      Pattern.compile(
          "<[A-Za-z][^<>]{0,80}>"
              + "|\\$\\{(?![*?$]\\}|[A-Za-z0-9.-]{1,80}(?:/[^:}]{1,80})?:[^:}])[^${}]{0,80}\\}"
              + "|\\$\\([A-Za-z][A-Za-z0-9_.-]{0,80}\\)"
              + "|(?<![A-Za-z0-9_])\\$[A-Z_]{3,80}"
              + "|%[A-Za-z_]{2,80}%"
              + "|\\{\\{[^{}]{0,80}\\}\\}"
              + "|\\b(?:YOUR|INSERT)[_-][A-Z][A-Z_-]{1,80}\\b"
              + "|\\b(?:AWS_)?(?:ACCOUNT_?ID|ACCOUNT_NUMBER|BUCKET_?NAME|CLUSTER_?NAME)\\b");

  private Placeholders() {}

  /** Finds those of a document, in keys and values. */
  static void find(Document document, Consumer<Diagnostic> findings) {
    find(document, document.root(), JsonPointer.empty(), findings);
  }

  private static void find(
      Document document, JsonNode node, JsonPointer at, Consumer<Diagnostic> findings) {
    if (node.isTextual()) {
      in(node.textValue())
          .ifPresent(it -> findings.accept(finding(document.at(at), Document.path(at), it)));
    }
    for (var member : node.properties()) {
      JsonPointer child = at.appendProperty(member.getKey());
      in(member.getKey())
          .ifPresent(it -> findings.accept(finding(document.keyAt(child), Document.path(at), it)));
      find(document, member.getValue(), child, findings);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      find(document, node.get(i), at.appendIndex(i), findings);
    }
  }

  private static Optional<String> in(String text) {
    Matcher open = OPEN.matcher(text);
    return open.find() ? Optional.of(open.group()) : Optional.empty();
  }

  private static Diagnostic finding(Location at, String path, String open) {
    return Diagnostic.error(
        "open-placeholder",
        at,
        path,
        "holds " + open + ", which nobody fills in",
        Unfilled.hint(open).orElse("write the value itself"));
  }
}
