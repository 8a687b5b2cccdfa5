package io.kfaws.check;

import io.kfaws.files.FileTree;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.KfawsException;
import java.util.ArrayList;
import java.util.List;

/** Judges generated files: may they ship? Thread-safe. */
public final class TreeCheck {
  private final Schemas schemas;

  /** A judge by these schemas. */
  public TreeCheck(Schemas schemas) {
    this.schemas = schemas;
  }

  /**
   * Judges every overlay of a tree.
   *
   * @param provided what the base brings
   * @throws KfawsException with all findings of all checks
   */
  public void check(FileTree tree, Provided provided) {
    List<Check> checks =
        List.of(
            new SchemaCheck(schemas),
            new ClassCheck(schemas),
            new EmbeddedCheck(),
            new ReferenceCheck(provided));
    List<Diagnostic> findings = new ArrayList<>();
    for (OverlayFiles overlay : OverlayFiles.all(tree.files())) {
      findings.addAll(overlay.findings());
      // What refers to a file that cannot be read would be a finding for nothing.
      if (overlay.findings().isEmpty()) {
        checks.forEach(check -> findings.addAll(check.check(overlay)));
      }
    }
    KfawsException.throwIfErrors(findings);
  }
}
