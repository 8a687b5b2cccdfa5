package io.kfaws.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds credentials that were pasted into a wish. Runs before anything else looks at the values,
 * and never repeats one: names and ARNs are all that may pass through kfaws.
 */
final class Credentials {
  private static final Pattern ACCESS_KEY_ID = Pattern.compile("(AKIA|ASIA)[A-Z0-9]{16}");
  private static final Pattern SECRET_KEY =
      Pattern.compile("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9/+=]{40}");

  /** Keys under which people keep secrets, without separators and in lower case. */
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "password|passwd|pass|(session)?token|(aws)?(accesskey(id)?|secret(access)?key)");

  /** A URL that logs in: {@code https://user:password@host}. */
  private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9+.:-]*://[^/@:]*:[^/@]+@.*");

  private static final Pattern SEPARATOR = Pattern.compile("[_.-]");

  private Credentials() {}

  /** Whether a value looks like an access key id or a secret access key of AWS. */
  static boolean looksLikeOne(String value) {
    // Most values are told by their length, and a wish may have many.
    return switch (value.length()) {
      case 20 -> ACCESS_KEY_ID.matcher(value).matches();
      case 40 -> SECRET_KEY.matcher(value).matches();
      default -> false;
    };
  }

  static List<Diagnostic> check(Document document) {
    List<Diagnostic> findings = new ArrayList<>();
    check(document, document.root(), JsonPointer.empty(), findings);
    return findings;
  }

  private static void check(
      Document document, JsonNode node, JsonPointer at, List<Diagnostic> findings) {
    node.properties()
        .forEach(
            property -> {
              JsonPointer child = at.appendProperty(property.getKey());
              if (looksLikeOne(property.getKey())) {
                // The path would repeat it, so the finding is its parent's.
                findings.add(
                    refused(at, document.keyAt(child), "a key looks like an AWS credential"));
                return;
              }
              String name =
                  SEPARATOR.matcher(property.getKey()).replaceAll("").toLowerCase(Locale.ROOT);
              if (property.getValue().isValueNode() && SECRET_NAME.matcher(name).matches()) {
                findings.add(refused(document, child, "secrets do not pass through a wish"));
              } else {
                check(document, property.getValue(), child, findings);
              }
            });
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(document, node.get(i), at.appendIndex(i), findings);
      }
    }
    if (node.isTextual() && looksLikeOne(node.textValue())) {
      findings.add(refused(document, at, "the value looks like an AWS credential"));
    } else if (node.isTextual() && LOGIN.matcher(node.textValue()).matches()) {
      findings.add(refused(document, at, "the URL holds a password"));
    }
  }

  private static Diagnostic refused(Document document, JsonPointer at, String message) {
    return refused(at, document.at(at), message);
  }

  private static Diagnostic refused(JsonPointer at, Location place, String message) {
    return Diagnostic.error(
        "credential",
        place,
        Document.path(at),
        message,
        "keep it in Secrets Manager, write the secret's name under secretName, and replace what was"
            + " committed");
  }
}
