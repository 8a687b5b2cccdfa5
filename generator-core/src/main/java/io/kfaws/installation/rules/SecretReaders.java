package io.kfaws.installation.rules;

import static io.kfaws.installation.rules.ConfigurationFindings.below;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.installation.Installation;
import io.kfaws.installation.SecretEntry;
import io.kfaws.installation.SecretsReader;
import io.kfaws.installation.ServiceAccountRoles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether the service account that reads an entry takes a role in each of its namespaces. */
final class SecretReaders {
  /** What a profile's identity can give a role to. */
  private static final Set<String> OF_PROFILES =
      Set.of(ServiceAccount.EDITOR, ServiceAccount.DEFAULT);

  private final Installation configuration;
  private final ConfigurationFindings findings;
  private final ServiceAccountRoles roles;

  SecretReaders(Installation configuration, ConfigurationFindings findings) {
    this.configuration = configuration;
    this.findings = findings;
    this.roles = ServiceAccountRoles.of(configuration);
  }

  void check(JsonPointer at, SecretEntry entry) {
    String reader = entry.serviceAccount().orElseThrow();
    List<String> without = new ArrayList<>();
    for (String namespace : entry.namespaces(configuration)) {
      if (roles.of(new ServiceAccount(namespace, reader)).isEmpty()) {
        without.add(namespace);
      }
    }
    if (!without.isEmpty()) {
      JsonPointer written = below(at, "serviceAccount");
      boolean ofProfiles = entry.namespace().isEmpty();
      String where = (ofProfiles ? "profile " : "namespace ") + without.get(0);
      findings.error(
          "reader-without-role",
          findings.isWritten(written) ? written : below(at, "profiles"),
          "service account "
              + reader
              + " takes no role in "
              + (without.size() == 1
                  ? where
                  : "the profiles " + ConfigurationFindings.some(without)),
          hint(reader, without, ofProfiles));
    }
  }

  private static String hint(String reader, List<String> without, boolean ofProfiles) {
    if (ofProfiles && OF_PROFILES.contains(reader)) {
      return "give "
          + (without.size() == 1 ? "it" : "each")
          + " an identity, in profiles[] or profileDefaults, whose serviceAccounts has "
          + reader
          + ": identity: {role: {}, serviceAccounts: ["
          + reader
          + "]}";
    }
    ServiceAccount account = new ServiceAccount(without.get(0), reader);
    return (account.equals(SecretsReader.ACCOUNT) ? "describe secretsReader, or name" : "name")
        + " it under roles[].serviceAccounts: {namespace: "
        + account.namespace()
        + ", name: "
        + reader
        + "}";
  }
}
