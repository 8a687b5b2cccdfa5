package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.Root;
import io.kfaws.text.Document;
import io.kfaws.text.JsonText;
import java.util.ArrayList;
import java.util.List;

/**
 * The documents inside a ConfigMap's text are what their readers take them for: JSON in {@code
 * *.json}, and YAML in Argo's {@code artifactRepository}.
 */
record EmbeddedRule() implements RootRule {
  private static final String HINT =
      "what reads this key takes one JSON document; look for a comma or a quote in its template";

  @Override
  public List<Diagnostic> check(Root overlay) {
    List<Diagnostic> findings = new ArrayList<>();
    for (Manifest manifest : overlay.manifests()) {
      if (manifest.kind().equals("ConfigMap")) {
        manifest
            .root()
            .path("data")
            .fieldNames()
            .forEachRemaining(key -> check(manifest, key, findings));
      }
    }
    return findings;
  }

  private static void check(Manifest manifest, String key, List<Diagnostic> findings) {
    JsonPointer at = JsonPointer.compile("/data").appendProperty(key);
    if (key.endsWith(".json")) {
      try {
        JsonText.read(manifest.root().at(at).asText());
      } catch (JsonProcessingException e) {
        String problem = e.getOriginalMessage().replaceAll(" ?\\(code \\d+\\)|\\s*\\R\\s*", "");
        findings.add(manifest.error("invalid-embedded-json", at, "is not JSON: " + problem, HINT));
      }
    } else if (key.equals("artifactRepository")) {
      try {
        manifest.document().inside(at);
      } catch (KfawsException e) {
        String path = Document.path(at);
        e.diagnostics()
            .forEach(found -> findings.add(found.withPath(Document.path(path, found.path()))));
      }
    }
  }
}
