package io.kfaws.validate;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.kube.Manifest;
import io.kfaws.secrets.ClassDecoder;
import io.kfaws.secrets.SecretProviderClass;
import io.kfaws.secrets.Violation;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A SecretProviderClass as it is written: the manifest, and the documents that are a text in it. It
 * is read once and handed to every rule.
 */
final class WrittenClass {
  /** The text that holds the objects. */
  private static final JsonPointer OBJECTS = JsonPointer.compile("/spec/parameters/objects");

  private static final JsonPointer MODEL_OBJECTS = JsonPointer.compile("/objects");

  private final Manifest manifest;
  private final List<Document> objects = new ArrayList<>();
  private final List<Diagnostic> findings = new ArrayList<>();
  private final Optional<SecretProviderClass> model;

  private WrittenClass(Manifest manifest, Function<Document, List<Document>> inside) {
    this.manifest = manifest;
    this.model = read(inside);
  }

  private Optional<SecretProviderClass> read(Function<Document, List<Document>> inside) {
    try {
      objects.addAll(inside.apply(manifest.document()));
    } catch (KfawsException e) {
      e.diagnostics().stream().map(this::inside).forEach(findings::add);
      return Optional.empty();
    }
    try {
      return Optional.of(SecretProviderClass.read(manifest.document(), objects));
    } catch (KfawsException e) {
      findings.addAll(e.diagnostics());
      return Optional.empty();
    }
  }

  /** The class of a manifest; absent if it is no class with objects in it, whatever they are. */
  static Optional<WrittenClass> of(Manifest manifest) {
    return of(manifest, document -> document.inside(OBJECTS));
  }

  /** The same of a manifest that somebody else wrote, its objects as the provider reads them. */
  static Optional<WrittenClass> received(Manifest manifest) {
    return of(
        manifest,
        document -> document.receivedInside(OBJECTS).stream().map(ClassDecoder::objects).toList());
  }

  private static Optional<WrittenClass> of(
      Manifest manifest, Function<Document, List<Document>> inside) {
    return manifest.kind().equals(SecretProviderClass.KIND)
            && manifest.root().at(OBJECTS).isTextual()
        ? Optional.of(new WrittenClass(manifest, inside))
        : Optional.empty();
  }

  /** The manifest that holds it. */
  Manifest manifest() {
    return manifest;
  }

  /** What {@code parameters.objects} holds, mostly one document. */
  List<Document> objects() {
    return objects;
  }

  /** What it says; absent if the objects are not one document of strict YAML. */
  Optional<SecretProviderClass> model() {
    return model;
  }

  /** Why it cannot be read. */
  List<Diagnostic> findings() {
    return findings;
  }

  /** A finding with its whole path: the objects are a document of their own inside the class. */
  Diagnostic inside(Diagnostic found) {
    return found.withPath(Document.path(Document.path(OBJECTS), found.path()));
  }

  /** A violation of the model, at the place where its value is written. */
  Diagnostic finding(Violation violation) {
    JsonPointer at = violation.at();
    if (at.toString().startsWith(MODEL_OBJECTS + "/")) {
      JsonPointer inside = at.tail();
      return inside(
          Diagnostic.error(
              violation.rule(),
              objects.get(0).at(inside),
              Document.path(inside),
              violation.message(),
              violation.hint()));
    }
    JsonPointer written = written(at);
    return Diagnostic.error(
        violation.rule(),
        manifest.at(written),
        Document.path(written),
        violation.message(),
        violation.hint());
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
