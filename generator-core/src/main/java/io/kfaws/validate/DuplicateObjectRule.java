package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.kube.KubernetesObject;
import io.kfaws.kube.Manifest;
import io.kfaws.kube.ObjectReference;
import io.kfaws.kube.Root;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * No object is written twice in a file. None is made by two roots that stand alone (groups of
 * profiles, secrets), nor by one of them and an overlay, and no overlay patches in its base what
 * one of them makes: all of them are applied to one cluster, and the last one would win. kustomize
 * sees one root at a time, and in that takes two versions of an API for two objects.
 *
 * <p>Overlays are not compared with each other: those of one configuration have objects in common.
 */
final class DuplicateObjectRule {
  private static final JsonPointer NAME = JsonPointer.compile("/metadata/name");
  private static final String RULE = "duplicate-object";

  private DuplicateObjectRule() {}

  /**
   * All findings among the documents of one file, in any order: who applies the file takes the last
   * one. {@link DuplicateClassRule} judges classes.
   */
  static List<Diagnostic> among(List<Document> documents) {
    List<Diagnostic> findings = new ArrayList<>();
    Map<ObjectReference, Manifest> made = new HashMap<>();
    for (Document document : documents) {
      Manifest manifest = Manifest.alone(document);
      KubernetesObject object = manifest.object();
      boolean isNamed = !object.kind().isEmpty() && !object.name().isEmpty();
      if (isNamed && !object.kind().equals(SecretProviderClass.KIND)) {
        ObjectReference reference =
            manifest.isProfile() // the API server drops its namespace
                ? new ObjectReference(object.kind(), object.group(), "", object.name())
                : object.reference();
        Manifest first = made.putIfAbsent(reference, manifest);
        if (first != null) {
          findings.add(
              manifest.error(
                  RULE,
                  NAME,
                  reference.qualified() + " is in " + first.at(NAME) + ", too",
                  "an object has one document: drop one of the two, or give one another name"));
        }
      }
    }
    return findings;
  }

  /** All findings, in any order. */
  static List<Diagnostic> check(List<Root> roots) {
    List<Diagnostic> findings = new ArrayList<>();
    Map<ObjectReference, Manifest> made = new HashMap<>();
    for (Root group : roots) {
      for (Manifest manifest : group.standsAlone() ? group.manifests() : List.<Manifest>of()) {
        if (manifest.role() == Manifest.Role.WHOLE) {
          Manifest first = made.putIfAbsent(manifest.object().reference(), manifest);
          if (first != null) {
            findings.add(
                manifest.error(
                    RULE,
                    NAME,
                    manifest.id() + " is made in " + first.at(NAME) + ", too",
                    "an object has one home: drop one of the two"));
          }
        }
      }
    }
    for (Root overlay : roots) {
      for (Manifest manifest : overlay.standsAlone() ? List.<Manifest>of() : overlay.manifests()) {
        Manifest first = made.get(manifest.object().reference());
        // Deleting the base's and making one's own elsewhere is how to replace it.
        if (first != null && !manifest.isDeletion()) {
          boolean patch = manifest.role() == Manifest.Role.PATCH;
          findings.add(
              manifest.error(
                  RULE,
                  NAME,
                  manifest.id()
                      + (patch ? " is patched here in the base, and made in " : " is made in ")
                      + first.at(NAME)
                      + ", too",
                  patch
                      ? "the base brings it: patch it here, and do not add it"
                      : "an object has one home: drop one of the two"));
        }
      }
    }
    return findings;
  }
}
