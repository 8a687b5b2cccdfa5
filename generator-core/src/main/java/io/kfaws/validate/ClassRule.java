package io.kfaws.validate;

import io.kfaws.Diagnostic;
import io.kfaws.kube.Manifest;
import io.kfaws.schema.Schemas;
import io.kfaws.secrets.ProviderRules;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Inside a SecretProviderClass: the YAML in {@code parameters.objects} has a schema of its own, and
 * a class that has the right shape keeps the rules of the AWS provider and the CSI driver. The API
 * server accepts one that does not, and the Secret never appears.
 */
record ClassRule(Schemas schemas) {
  private static final String OBJECTS = "aws/secret-provider-objects.schema.json";

  /**
   * All findings inside a class.
   *
   * @param hasShape whether the class meets its own schema: what has not the shape cannot be
   *     validated by what it means
   */
  List<Diagnostic> check(WrittenClass written, boolean hasShape) {
    return check(written, hasShape, objects -> schemas.validate(OBJECTS, objects));
  }

  /** The same of a class that somebody else wrote. */
  List<Diagnostic> checkReceived(WrittenClass written, boolean hasShape) {
    return check(written, hasShape, objects -> schemas.validateReceived(OBJECTS, objects));
  }

  private static List<Diagnostic> check(
      WrittenClass written, boolean hasShape, Function<Document, List<Diagnostic>> shape) {
    List<Diagnostic> findings = new ArrayList<>();
    for (Document objects : written.objects()) {
      shape.apply(objects).stream().map(written::inside).forEach(findings::add);
    }
    if (findings.stream().anyMatch(Diagnostic::isError)) {
      return findings;
    }
    findings.addAll(written.findings());
    boolean isPatch = written.manifest().role() == Manifest.Role.PATCH;
    if (isPatch || hasShape) {
      written.model().map(isPatch ? ProviderRules::validatePart : ProviderRules::validate).stream()
          .flatMap(List::stream)
          .map(written::finding)
          .forEach(findings::add);
    }
    return findings;
  }
}
