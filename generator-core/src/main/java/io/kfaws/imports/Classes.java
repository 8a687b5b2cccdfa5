package io.kfaws.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.MissingInput;
import io.kfaws.kube.Manifest;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.List;

/** Reads the SecretProviderClasses among what was found. */
final class Classes {
  private Classes() {}

  /**
   * The classes of the AWS provider, in order; those of other providers stay behind.
   *
   * @throws KfawsException with all findings about those that are ill-formed
   */
  static List<FoundClass> read(Found found, Notes notes) {
    List<FoundClass> classes = new ArrayList<>();
    List<Diagnostic> findings = new ArrayList<>();
    for (Manifest object : found.all(SecretProviderClass.KIND).toList()) {
      String provider = object.text("/spec/provider");
      if (!provider.equals("aws")) {
        notes.left(
            object.at("/spec/provider"),
            "spec.provider",
            object.words() + " is of provider " + provider + "; kfaws knows aws",
            "keep it beside kfaws' output, in a kustomization of your own");
        continue;
      }
      try {
        FoundClass one = new FoundClass(object, SecretProviderClass.read(current(object)));
        one.model()
            .objects()
            .forEach(mounted -> found.evidence().look(mounted.objectName(), one.at(mounted)));
        one.model()
            .region()
            .filter(region -> !Placeholder.is(region))
            .ifPresent(
                region ->
                    found
                        .evidence()
                        .found(MissingInput.REGION, region, object.at("/spec/parameters/region")));
        classes.add(one);
      } catch (KfawsException e) {
        findings.addAll(e.diagnostics());
      }
    }
    KfawsException.throwIfErrors(findings);
    return classes;
  }

  /** The class in the version that every driver serves; v1alpha1 has the same fields. */
  private static Document current(Manifest object) {
    ObjectNode root = object.root().deepCopy();
    root.put("apiVersion", SecretProviderClass.API_VERSION);
    if (object.namespace().isEmpty() && root.path("metadata") instanceof ObjectNode metadata) {
      metadata.put("namespace", StoragePart.KUBEFLOW);
    }
    return new Document(object.document().source(), root, object.document().places());
  }
}
