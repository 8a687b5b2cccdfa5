package io.kfaws.check;

import io.kfaws.secrets.ProviderRules;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.KfawsException;
import java.util.ArrayList;
import java.util.List;

/**
 * Inside a SecretProviderClass: the YAML in {@code parameters.objects} has a schema of its own, and
 * a class that has the right shape keeps the rules of the AWS provider and the CSI driver. The API
 * server accepts one that does not, and the Secret never appears.
 */
record ClassCheck(Schemas schemas) implements Check {
  private static final String CLASS = "aws/secret-provider-class.schema.json";
  private static final String OBJECTS = "aws/secret-provider-objects.schema.json";

  @Override
  public List<Diagnostic> check(OverlayFiles overlay) {
    List<Diagnostic> findings = new ArrayList<>();
    overlay.manifests().forEach(manifest -> findings.addAll(check(manifest)));
    return findings;
  }

  /** All findings about one manifest; none if it is no SecretProviderClass with such a text. */
  List<Diagnostic> check(Manifest manifest) {
    if (!ClassDocument.isOne(manifest)) {
      return List.of();
    }
    try {
      ClassDocument written = ClassDocument.of(manifest.document());
      List<Diagnostic> findings = new ArrayList<>();
      for (Document objects : written.objects()) {
        schemas.judge(OBJECTS, objects).stream().map(written::inside).forEach(findings::add);
      }
      // What has not the shape cannot be judged by what it means.
      if (findings.isEmpty() && manifest.role() == Manifest.Role.WHOLE && hasShape(manifest)) {
        SecretProviderClass model = written.model();
        ProviderRules.judge(model).stream().map(written::finding).forEach(findings::add);
      } else if (findings.isEmpty() && manifest.role() == Manifest.Role.PATCH) {
        SecretProviderClass model = written.model();
        ProviderRules.judgePart(model).stream().map(written::finding).forEach(findings::add);
      }
      return findings;
    } catch (KfawsException e) {
      return e.diagnostics();
    }
  }

  private boolean hasShape(Manifest manifest) {
    return schemas.judge(CLASS, manifest.root(), manifest::document).isEmpty();
  }
}
