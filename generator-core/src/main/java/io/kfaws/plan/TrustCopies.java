package io.kfaws.plan;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.KfawsException;
import io.kfaws.Source;
import io.kfaws.credentials.Credentials;
import io.kfaws.credentials.Place;
import io.kfaws.installation.Configuration;
import io.kfaws.text.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trust policies that are kept elsewhere and of which the configuration names a copy, each read
 * once.
 */
final class TrustCopies {
  private final Configuration configuration;
  private final Map<String, Optional<Document>> read = new HashMap<>();
  private final List<Diagnostic> findings = new ArrayList<>();

  TrustCopies(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * The copy of a role's trust policy; absent if kfaws writes it, or if it cannot be read, which is
   * a finding then.
   *
   * @throws IOException if a file that is there cannot be read
   */
  Optional<Document> of(PlannedRole role) throws IOException {
    return role.trustPolicy().isPresent() ? read(role.trustPolicy().get()) : Optional.empty();
  }

  List<Diagnostic> findings() {
    return findings;
  }

  private Optional<Document> read(PlannedRole.Copy copy) throws IOException {
    Optional<Document> known = read.get(copy.file());
    if (known == null) {
      known = document(copy.file(), copy.at());
      read.put(copy.file(), known);
    }
    return known;
  }

  private Optional<Document> document(String file, JsonPointer at) throws IOException {
    try {
      Path path = beside(file);
      if (!Files.isRegularFile(path)) {
        findings.add(
            error(
                "no-such-file",
                at,
                "there is no file " + file + " beside the configuration",
                "save it there: aws iam get-role --role-name <name>"
                    + " --query Role.AssumeRolePolicyDocument > "
                    + file));
        return Optional.empty();
      }
      return Optional.of(Credentials.read(Source.readBelow(beside(""), path), Place.FILE));
    } catch (InvalidPathException e) {
      findings.add(
          error(
              "no-such-file",
              at,
              "is no path on this system",
              "name a file beside the configuration"));
    } catch (KfawsException e) {
      findings.addAll(e.diagnostics());
    }
    return Optional.empty();
  }

  private Path beside(String name) {
    return configuration.document().source().path().resolveSibling(name);
  }

  private Diagnostic error(String rule, JsonPointer at, String message, String hint) {
    return Diagnostic.error(
        rule, configuration.document().at(at), Document.path(at), message, hint);
  }
}
