package io.kfaws.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.credentials.Credentials;
import io.kfaws.credentials.Place;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.EnvFile;
import io.kfaws.text.KfawsException;
import io.kfaws.text.Source;
import io.kfaws.text.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * No generated file holds a credential, whoever's template it is from. Each file is read as text,
 * so that its comments count too; manifests, and JSON with escapes, also as trees, and env files
 * line by line.
 */
final class CredentialCheck {
  private CredentialCheck() {}

  /** All findings, sorted by file. */
  static List<Diagnostic> check(SortedMap<String, String> files, List<OverlayFiles> roots) {
    Map<String, List<Diagnostic>> trees = new HashMap<>();
    for (OverlayFiles root : roots) {
      for (Manifest manifest : root.manifests()) {
        List<Diagnostic> found = Credentials.inTree(tree(manifest), Place.FILE, manifest::document);
        if (!found.isEmpty()) {
          trees.computeIfAbsent(manifest.file(), file -> new ArrayList<>()).addAll(found);
        }
      }
    }
    List<Diagnostic> findings = new ArrayList<>();
    files.forEach(
        (path, text) -> {
          Source source = Source.of(Path.of(path), text);
          List<Diagnostic> inText = Credentials.inText(source, Place.FILE);
          List<Diagnostic> inTree = trees.getOrDefault(path, lines(source, !inText.isEmpty()));
          findings.addAll(Credentials.with(inText, inTree));
        });
    return findings;
  }

  /** A patch that stands in place is a manifest of its own. */
  private static JsonNode tree(Manifest manifest) {
    return manifest.role() == Manifest.Role.KUSTOMIZATION
            && manifest.root() instanceof ObjectNode object
        ? object.objectNode().<ObjectNode>setAll(object).without("patches")
        : manifest.root();
  }

  /** What a file without manifests says where. */
  private static List<Diagnostic> lines(Source source, boolean isFound) {
    String name = source.name();
    if (name.endsWith(".env")) {
      List<Diagnostic> findings = new ArrayList<>();
      for (EnvFile.Entry entry : EnvFile.read(source).entries()) {
        findings.addAll(Credentials.inValue(entry.key(), entry.value(), entry.valueAt()));
      }
      return findings;
    }
    // JSON without an escape says in its text what it says; most of it need not be read.
    return name.endsWith(".json") && (isFound || source.text().indexOf('\\') >= 0)
        ? json(source)
        : List.of();
  }

  private static List<Diagnostic> json(Source source) {
    try {
      return Yaml.readAll(source).stream()
          .flatMap(
              document -> Credentials.inTree(document.root(), Place.FILE, () -> document).stream())
          .toList();
    } catch (KfawsException e) {
      // Whoever reads the file says what is wrong with it; its text has been judged.
      return List.of();
    }
  }
}
