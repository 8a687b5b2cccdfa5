package io.kfaws.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Diagnostic;
import io.kfaws.credentials.Credentials;
import io.kfaws.credentials.Place;
import io.kfaws.kube.Bundle;
import io.kfaws.kube.BundleFile;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.Root;
import io.kfaws.text.EnvFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * No generated file holds a credential, whoever's template it is from. Each file is read as text,
 * so that its comments count too; manifests, and JSON with escapes, also as trees, and env files
 * line by line.
 */
final class CredentialRule {
  private CredentialRule() {}

  /** All findings, sorted by file. */
  static List<Diagnostic> check(Bundle bundle) {
    Map<String, List<Diagnostic>> trees = new HashMap<>();
    for (Root root : bundle.roots()) {
      for (Manifest manifest : root.manifests()) {
        List<Diagnostic> found =
            Credentials.inTree(tree(manifest), Place.FILE, manifest.document());
        if (!found.isEmpty()) {
          trees.computeIfAbsent(manifest.file(), file -> new ArrayList<>()).addAll(found);
        }
      }
    }
    List<Diagnostic> findings = new ArrayList<>();
    bundle
        .files()
        .forEach(
            (path, file) -> {
              List<Diagnostic> inText = Credentials.inText(file.source(), Place.FILE);
              List<Diagnostic> inTree = trees.getOrDefault(path, alone(file, !inText.isEmpty()));
              findings.addAll(Credentials.with(inText, inTree));
            });
    return findings;
  }

  /** A patch that is in place is a manifest of its own. */
  private static JsonNode tree(Manifest manifest) {
    return manifest.role() == Manifest.Role.KUSTOMIZATION
            && manifest.root() instanceof ObjectNode object
        ? object.objectNode().<ObjectNode>setAll(object).without("patches")
        : manifest.root();
  }

  /** What a file without manifests says where. */
  private static List<Diagnostic> alone(BundleFile file, boolean isFound) {
    List<Diagnostic> findings = new ArrayList<>();
    file.parameters().map(EnvFile::entries).orElse(List.of()).stream()
        .map(entry -> Credentials.inValue(entry.key(), entry.value(), entry.valueAt()))
        .forEach(findings::addAll);
    // JSON without an escape says in its text what it says; most of it need not be walked.
    boolean isJson = file.source().name().endsWith(".json");
    if (isJson && (isFound || file.source().text().indexOf('\\') >= 0)) {
      file.documents().stream()
          .map(document -> Credentials.inTree(document.root(), Place.FILE, document))
          .forEach(findings::addAll);
    }
    return findings;
  }
}
