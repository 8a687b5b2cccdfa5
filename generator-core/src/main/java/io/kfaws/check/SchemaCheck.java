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
            manifest.role() == Manifest.Role.PATCH && manifest.root().isArray()
                ? aimless(manifest)
                : manifest.error(
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

  private static Diagnostic aimless(Manifest manifest) {
    return manifest.error(
        "no-target",
        JsonPointer.empty(),
        "is a list of operations, and nothing says on which object",
        "write target beside it, with group, version, kind and name; or write a merge");
  }

  /** An overlay's kustomization steers a build; a group's is a list of files. */
  private static String schema(OverlayFiles root, Manifest manifest) {
    boolean list = root.isGroup() && manifest.role() == Manifest.Role.KUSTOMIZATION;
    return list ? "kubeflow/profile-group.schema.json" : manifest.schema();
  }
}
