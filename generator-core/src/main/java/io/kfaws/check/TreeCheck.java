package io.kfaws.check;

import io.kfaws.aws.ServiceAccount;
import io.kfaws.files.FileTree;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.KfawsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges generated files: may they ship? Thread-safe. */
public final class TreeCheck {
  private final Schemas schemas;

  /** A judge by these schemas. */
  public TreeCheck(Schemas schemas) {
    this.schemas = schemas;
  }

  /**
   * All findings of all checks on a tree that has been walked, in any order.
   *
   * @param roots the tree's own ({@link OverlayFiles#all}), which other judges may share
   * @param provided what the base brings
   * @param accounts the service accounts that are there without the base and the tree; patterns too
   * @throws KfawsException with all credentials in the files; nothing else is judged then, because
   *     what is said of a value may repeat it
   */
  public List<Diagnostic> check(
      FileTree tree, List<OverlayFiles> roots, Provided provided, Set<ServiceAccount> accounts) {
    KfawsException.throwIfErrors(CredentialCheck.check(tree.files(), roots));
    List<Check> checks =
        List.of(
            new SchemaCheck(schemas),
            new ClassCheck(schemas),
            new EmbeddedCheck(),
            new ParameterCheck(),
            ReferenceCheck.among(roots, provided, accounts),
            ProfileCheck.among(roots),
            new ContributorCheck());
    List<Diagnostic> findings = new ArrayList<>(OverlayFiles.strays(tree.files()));
    List<OverlayFiles> readable = new ArrayList<>();
    for (OverlayFiles root : roots) {
      findings.addAll(root.findings());
      // What refers to a file that cannot be read would be a finding for nothing.
      if (root.findings().isEmpty()) {
        readable.add(root);
        checks.forEach(check -> findings.addAll(check.check(root)));
      }
    }
    findings.addAll(TwiceCheck.check(readable));
    findings.addAll(ClassTwiceCheck.check(readable));
    return findings;
  }
}
