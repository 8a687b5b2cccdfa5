package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.katib.Experiment;
import io.kfaws.katib.KatibFacts;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.Root;
import io.kfaws.schema.LeftToTrials;
import io.kfaws.schema.Schemas;
import java.util.List;

/**
 * Every manifest against the strict schema of its kind and role.
 *
 * @param schemas the schemas
 * @param katib says the schema of experiments
 */
record SchemaRule(Schemas schemas, KatibFacts katib) {
  /** All findings about a manifest of a root. */
  List<Diagnostic> check(Root root, Manifest manifest) {
    String schema = schema(root, manifest);
    if (schemas.has(schema)) {
      return schemas.validate(schema, manifest.document()).stream()
          .filter(finding -> !LeftToTrials.isOne(finding))
          .toList();
    }
    if (manifest.role() == Manifest.Role.PATCH && manifest.root().isArray()) {
      return List.of(aimless(manifest));
    }
    String what = manifest.role() == Manifest.Role.PATCH ? "a patch of kind " : "kind ";
    return List.of(
        manifest.error(
            "unknown-kind",
            JsonPointer.compile("/kind"),
            "kfaws cannot validate " + what + "\"" + manifest.kind() + "\"",
            "keep it in a kustomization of your own that has this overlay as a resource"));
  }

  private static Diagnostic aimless(Manifest manifest) {
    return manifest.error(
        "patch-without-target",
        JsonPointer.empty(),
        "is a list of operations, and nothing says on which object",
        "write target beside it, with group, version, kind and name; or write a merge");
  }

  /** An overlay's kustomization steers a build; a group's is a list of files. */
  private String schema(Root root, Manifest manifest) {
    if (manifest.role() == Manifest.Role.WHOLE && manifest.kind().equals(Experiment.KIND)) {
      return katib.schema();
    }
    boolean list = root.isGroup() && manifest.role() == Manifest.Role.KUSTOMIZATION;
    return list ? "kubeflow/profile-group.schema.json" : manifest.schema();
  }
}
