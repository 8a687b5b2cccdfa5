package io.kfaws.installation.rules;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.List;

/** What is found in a configuration, collected with the places of its keys. */
final class ConfigurationFindings {
  private final Document document;
  private final List<Diagnostic> all = new ArrayList<>();

  ConfigurationFindings(Document document) {
    this.document = document;
  }

  List<Diagnostic> all() {
    return all;
  }

  /** Whether the user wrote this value himself; otherwise it is a default or was merged in. */
  boolean isWritten(JsonPointer at) {
    return !document.root().at(at).isMissingNode();
  }

  /** The line in which a value is. */
  int line(JsonPointer at) {
    return document.at(at).line();
  }

  void error(String rule, JsonPointer at, String message, String hint) {
    all.add(Diagnostic.error(rule, document.at(at), Document.path(at), message, hint));
  }

  void warning(String rule, JsonPointer at, String message, String hint) {
    all.add(Diagnostic.warning(rule, document.at(at), Document.path(at), message, hint));
  }

  /** Some names of many: three at most, and how many more there are. */
  static String some(List<String> names) {
    int shown = 3;
    if (names.size() <= shown) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, shown)) + " and " + (names.size() - shown) + " more";
  }

  /** A pointer further down: the names of keys, one after the other. */
  static JsonPointer below(JsonPointer at, String... keys) {
    JsonPointer below = at;
    for (String key : keys) {
      below = below.appendProperty(key);
    }
    return below;
  }

  /** A pointer to an item of a list below. */
  static JsonPointer item(JsonPointer at, String list, int index) {
    return at.appendProperty(list).appendIndex(index);
  }
}
