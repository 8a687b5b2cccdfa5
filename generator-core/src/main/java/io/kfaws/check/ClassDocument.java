package io.kfaws.check;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.secrets.Breach;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.text.Diagnostic;
import io.kfaws.text.Document;
import io.kfaws.text.KfawsException;
import java.util.List;

/**
 * A SecretProviderClass as it is written: the manifest, and the documents that stand as a text in
 * it.
 *
 * @param manifest the manifest
 * @param objects what {@code parameters.objects} holds, mostly one document
 */
record ClassDocument(Document manifest, List<Document> objects) {
  /** The text that holds the objects. */
  static final JsonPointer OBJECTS = JsonPointer.compile("/spec/parameters/objects");

  private static final JsonPointer MODEL_OBJECTS = JsonPointer.compile("/objects");

  /**
   * The class of this manifest.
   *
   * @throws KfawsException with all findings of strict YAML inside the text
   */
  static ClassDocument of(Document manifest) {
    return new ClassDocument(manifest, manifest.inside(OBJECTS));
  }

  /** Whether a manifest is a class with objects in it, whatever they are. */
  static boolean isOne(Manifest manifest) {
    return manifest.kind().equals(SecretProviderClass.KIND)
        && manifest.root().at(OBJECTS).isTextual();
  }

  /**
   * What it says.
   *
   * @throws KfawsException if {@code objects} is not one document
   */
  SecretProviderClass model() {
    return SecretProviderClass.read(manifest);
  }

  /** A finding with its whole path: the objects are a document of their own inside the class. */
  Diagnostic inside(Diagnostic found) {
    return new Diagnostic(
        found.rule(),
        found.severity(),
        found.location(),
        Document.path(OBJECTS) + found.path(),
        found.message(),
        found.hint());
  }

  /** A breach of the model, at the place where its value is written. */
  Diagnostic finding(Breach breach) {
    JsonPointer at = breach.at();
    if (at.toString().startsWith(MODEL_OBJECTS + "/")) {
      JsonPointer inside = at.tail();
      return inside(
          Diagnostic.error(
              breach.rule(),
              objects.get(0).at(inside),
              Document.path(inside),
              breach.message(),
              breach.hint()));
    }
    JsonPointer written = written(at);
    return Diagnostic.error(
        breach.rule(),
        manifest.at(written),
        Document.path(written),
        breach.message(),
        breach.hint());
  }

  /** Where a manifest holds what the model holds outside of the objects. */
  private static JsonPointer written(JsonPointer at) {
    String parent =
        switch (at.getMatchingProperty()) {
          case "name", "namespace" -> "/metadata";
          case "secretObjects" -> "/spec";
          default -> "/spec/parameters";
        };
    return JsonPointer.compile(parent).append(at);
  }
}
