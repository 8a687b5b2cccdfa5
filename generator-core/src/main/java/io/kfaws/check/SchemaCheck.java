package io.kfaws.check;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Every manifest against the strict schema of its kind and role. */
record SchemaCheck(Schemas schemas) implements Check {
  @Override
  public List<Diagnostic> check(OverlayFiles overlay) {
    List<Diagnostic> findings = new ArrayList<>();
    for (Manifest manifest : overlay.manifests()) {
      String schema = schema(overlay, manifest);
      if (schemas.has(schema)) {
        schemas.judge(schema, manifest.root(), manifest::document).stream()
            .filter(finding -> !LeftToTrials.isOne(finding))
            .forEach(findings::add);
      } else {
        findings.add(
            manifest.error(
                "unknown-kind",
                JsonPointer.compile("/kind"),
                "kfaws cannot judge "
                    + (manifest.role() == Manifest.Role.PATCH ? "a patch of kind " : "kind ")
                    + "\""
                    + manifest.kind()
                    + "\"",
                "keep it in a kustomization of your own that has this overlay as a resource"));
      }
    }
    return findings;
  }

  /** An overlay's kustomization steers a build; a group's is a list of files. */
  private static String schema(OverlayFiles root, Manifest manifest) {
    boolean list = root.isGroup() && manifest.role() == Manifest.Role.KUSTOMIZATION;
    return list ? "kubeflow/profile-group.schema.json" : manifest.schema();
  }
}
