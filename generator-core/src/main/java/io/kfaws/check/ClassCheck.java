package io.kfaws.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.KfawsException;
import io.kfaws.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Inside a SecretProviderClass: the YAML in {@code parameters.objects} has its own schema, file
 * names are unique, and each {@code secretObjects} entry reads a file that is mounted. The API
 * server accepts one that is not, and the Secret never appears (Secrets Store CSI driver, AWS
 * provider).
 */
record ClassCheck(Schemas schemas) implements Check {
  private static final JsonPointer OBJECTS = JsonPointer.compile("/spec/parameters/objects");
  private static final String SCHEMA = "aws/secret-provider-objects.schema.json";

  @Override
  public List<Diagnostic> check(OverlayFiles overlay) {
    List<Diagnostic> findings = new ArrayList<>();
    overlay.manifests().forEach(manifest -> findings.addAll(check(manifest)));
    return findings;
  }

  /** All findings about one manifest; none if it is no SecretProviderClass with such a text. */
  List<Diagnostic> check(Manifest manifest) {
    List<Diagnostic> findings = new ArrayList<>();
    if (manifest.kind().equals("SecretProviderClass") && manifest.root().at(OBJECTS).isTextual()) {
      check(manifest, findings);
    }
    return findings;
  }

  private void check(Manifest manifest, List<Diagnostic> findings) {
    Set<String> mounted = new TreeSet<>();
    try {
      for (Document objects : manifest.document().inside(OBJECTS)) {
        schemas.judge(SCHEMA, objects).stream().map(ClassCheck::inClass).forEach(findings::add);
        mount(manifest, objects, mounted, findings);
      }
    } catch (KfawsException e) {
      findings.addAll(e.diagnostics());
      return;
    }
    JsonNode secrets = manifest.root().at("/spec/secretObjects");
    for (int i = 0; i < secrets.size(); i++) {
      JsonNode data = secrets.get(i).path("data");
      for (int j = 0; j < data.size(); j++) {
        String name = oneLine(data.get(j).path("objectName").asText());
        if (!mounted.contains(name)) {
          JsonPointer at =
              JsonPointer.compile("/spec/secretObjects/" + i + "/data/" + j + "/objectName");
          findings.add(
              manifest.error(
                  "unknown-alias",
                  at,
                  "no object of the class is mounted as " + name,
                  Nearest.to(name, mounted)
                      .map(n -> "did you mean " + n + "?")
                      .orElse("mounted: " + String.join(", ", mounted))));
        }
      }
    }
  }

  /** The finding with its whole path: the objects are a document of their own inside the class. */
  private static Diagnostic inClass(Diagnostic found) {
    return new Diagnostic(
        found.rule(),
        found.severity(),
        found.location(),
        Document.path(OBJECTS) + found.path(),
        found.message(),
        found.hint());
  }

  private static void mount(
      Manifest manifest, Document objects, Set<String> mounted, List<Diagnostic> findings) {
    for (JsonNode object : objects.root()) {
      List<String> names = new ArrayList<>();
      object.path("jmesPath").forEach(path -> names.add(path.path("objectAlias").asText()));
      // The provider translates slashes of a name that has no alias.
      String name = object.path("objectName").asText().replace('/', '_');
      names.add(object.path("objectAlias").asText(name));
      for (String file : names.stream().map(ClassCheck::oneLine).toList()) {
        if (!mounted.add(file)) {
          findings.add(
              manifest.error(
                  "duplicate-alias",
                  OBJECTS,
                  "two objects of the class would be mounted as " + file,
                  "give one of them another objectAlias"));
        }
      }
    }
  }

  /** A name as messages show it; one with a line break has a finding of its own. */
  private static String oneLine(String name) {
    return name.replaceAll("\\R", "\\\\n");
  }
}
