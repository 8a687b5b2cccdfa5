package io.kfaws.plan;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.Diagnostic;
import io.kfaws.aws.RoleArn;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.installation.Configuration;
import io.kfaws.installation.Installation;
import io.kfaws.installation.SecretEntry;
import io.kfaws.installation.SecretsReader;
import io.kfaws.installation.ServiceAccountRoles;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entries of {@code secrets} that are read by a service account that no overlay makes. */
final class SecretReaderRules {
  private static final String READER = "secretsReader";

  private SecretReaderRules() {}

  /**
   * All of them.
   *
   * @param uses the sections of the configuration that the overlays use
   */
  static List<Diagnostic> of(Configuration configuration, Set<String> uses) {
    List<Diagnostic> findings = new ArrayList<>();
    Installation installation = configuration.installation();
    Optional<RoleArn> role = installation.secretsReader().map(SecretsReader::roleArn);
    ServiceAccountRoles roles = ServiceAccountRoles.of(installation);
    boolean isUsed = uses.contains(READER);
    for (int i = 0; i < installation.secrets().size(); i++) {
      SecretEntry entry = installation.secrets().get(i);
      boolean isRead =
          entry.namespaces(installation).stream()
              .map(home -> new ServiceAccount(home, entry.serviceAccount().orElseThrow()))
              .anyMatch(SecretsReader.ACCOUNT::equals);
      if (!isUsed && isRead && roles.of(SecretsReader.ACCOUNT).equals(role)) {
        JsonPointer at = Document.pointer("secrets." + i + ".serviceAccount");
        findings.add(
            Diagnostic.error(
                "missing-reader-account",
                configuration.document().at(at),
                Document.path(at),
                "no overlay of the configuration uses secretsReader, so none makes "
                    + SecretsReader.ACCOUNT,
                "ask for an overlay that does, or name the service account under"
                    + " roles[].serviceAccounts and make it yourself"));
      }
    }
    return findings;
  }
}
