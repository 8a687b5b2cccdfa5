package io.kfaws.validate;

import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.katib.KatibFacts;
import io.kfaws.kube.Bundle;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.NamespaceLabels;
import io.kfaws.kube.Provided;
import io.kfaws.kube.Root;
import io.kfaws.schema.Schemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Validates generated files: may they ship? Thread-safe. */
public final class BundleValidator {
  private final Schemas schemas;
  private final ClassRule inside;

  /** A validator by these schemas. */
  public BundleValidator(Schemas schemas) {
    this.schemas = schemas;
    inside = new ClassRule(schemas);
  }

  /**
   * All findings of all rules on a bundle, in any order.
   *
   * @param provided what the base brings
   * @param katib what the base's Katib takes
   * @param labels what is said of the labels of profiles' namespaces
   * @param accounts the service accounts that are there without the base and the bundle; patterns
   *     too
   * @throws KfawsException with all credentials in the files; nothing else is validated then,
   *     because what is said of a value may repeat it
   */
  public List<Diagnostic> check(
      Bundle bundle,
      Provided provided,
      KatibFacts katib,
      NamespaceLabels labels,
      Set<ServiceAccount> accounts) {
    KfawsException.throwIfErrors(CredentialRule.check(bundle));
    List<Root> roots = bundle.roots();
    List<RootRule> rules =
        List.of(
            new EmbeddedRule(),
            new ParameterRule(),
            ReferenceRule.among(roots, provided, accounts),
            ProfileRule.among(roots, labels),
            new ContributorRule());
    SchemaRule shape = new SchemaRule(schemas, katib);
    List<Diagnostic> findings = new ArrayList<>(bundle.strays());
    List<Root> readable = new ArrayList<>();
    Map<Manifest, WrittenClass> classes = new HashMap<>();
    for (Root root : roots) {
      findings.addAll(root.findings());
      // What refers to a file that cannot be read would be a finding for nothing.
      if (root.findings().isEmpty()) {
        readable.add(root);
        root.manifests()
            .forEach(manifest -> findings.addAll(check(shape, root, manifest, classes)));
        rules.forEach(rule -> findings.addAll(rule.check(root)));
      }
    }
    findings.addAll(DuplicateObjectRule.check(readable));
    findings.addAll(DuplicateClassRule.check(readable, classes));
    return findings;
  }

  private List<Diagnostic> check(
      SchemaRule shape, Root root, Manifest manifest, Map<Manifest, WrittenClass> classes) {
    List<Diagnostic> findings = new ArrayList<>(shape.check(root, manifest));
    boolean hasShape = findings.isEmpty();
    WrittenClass.of(manifest)
        .ifPresent(
            written -> {
              classes.put(manifest, written);
              findings.addAll(inside.check(written, hasShape));
            });
    return findings;
  }
}
