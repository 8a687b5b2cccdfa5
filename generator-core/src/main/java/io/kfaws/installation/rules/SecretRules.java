package io.kfaws.installation.rules;

import static io.kfaws.installation.rules.ConfigurationFindings.below;
import static io.kfaws.installation.rules.ConfigurationFindings.item;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.installation.Installation;
import io.kfaws.installation.MountedBy;
import io.kfaws.installation.SecretDelivery;
import io.kfaws.installation.SecretEntry;
import io.kfaws.installation.SecretObject;
import io.kfaws.text.Document;
import io.kfaws.text.Nearest;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether each entry of {@code secrets} has a place, a source and somebody who mounts it. However
 * many profiles an entry has, it is validated once.
 */
final class SecretRules {
  static final JsonPointer SECRETS = Document.pointer("secrets");
  private static final String KUBERNETES = "kube-";

  private final Installation configuration;
  private final ConfigurationFindings findings;
  private final Set<String> profiles;
  private final SecretOrigins origins;
  private final SecretReaders readers;
  private final SecretViolations violations;
  private final SecretPlaceholders placeholders;

  SecretRules(Installation configuration, ConfigurationFindings findings) {
    this.configuration = configuration;
    this.findings = findings;
    this.profiles =
        configuration.profiles().stream()
            .map(profile -> profile.name().text())
            .collect(Collectors.toSet());
    this.origins = new SecretOrigins(configuration, findings);
    this.readers = new SecretReaders(configuration, findings);
    this.violations = new SecretViolations(configuration, findings);
    this.placeholders = new SecretPlaceholders(findings);
  }

  void check() {
    for (int i = 0; i < configuration.secrets().size(); i++) {
      JsonPointer at = SECRETS.appendIndex(i);
      SecretEntry entry = configuration.secrets().get(i);
      int before = findings.all().size();
      place(at, entry);
      for (int j = 0; j < entry.objects().size(); j++) {
        source(item(at, "objects", j), entry.objects().get(j));
      }
      mountedBy(below(at, "mountedBy"), entry);
      placeholders.check(at, entry);
      origins.check(at, entry);
      if (findings.all().size() == before) {
        readers.check(at, entry);
      }
      boolean isWhole = entry.objects().stream().allMatch(object -> object.source().isPresent());
      if (isWhole) {
        violations.check(at, entry, findings.all().subList(before, findings.all().size()));
      }
    }
    new SecretNames(configuration, findings).check();
  }

  private void place(JsonPointer at, SecretEntry entry) {
    if (entry.namespace().isPresent() && !entry.profiles().isEmpty()) {
      findings.error(
          "profiles-or-namespace",
          at,
          "names profiles and a namespace",
          "keep one of profiles and namespace; what both need are two entries");
    } else if (entry.namespace().isPresent()) {
      namespace(at, entry, entry.namespace().get().text());
    } else if (entry.profiles().isEmpty()) {
      findings.error(
          "profiles-or-namespace",
          at,
          "names neither profiles nor a namespace",
          "add profiles: [team-a], profiles: [\"*\"] for every profile, or namespace: …");
    } else {
      profiles(below(at, "profiles"), entry);
    }
  }

  private void namespace(JsonPointer at, SecretEntry entry, String namespace) {
    if (profiles.contains(namespace)) {
      findings.error(
          "namespace-of-profile",
          below(at, "namespace"),
          "namespace " + namespace + " is that of a profile",
          "write profiles: [" + namespace + "] in its place");
    } else if (namespace.startsWith(KUBERNETES)) {
      findings.error(
          "reserved-name",
          below(at, "namespace"),
          "namespace " + namespace + " is Kubernetes' own",
          "name the namespace of the pods that need the secret");
    }
    if (entry.serviceAccount().isEmpty()) {
      findings.error(
          "missing-key",
          below(at, "serviceAccount"),
          "is missing; beside namespace there is no default",
          "name the service account of the pods that mount the class: serviceAccount: …");
    }
  }

  private void profiles(JsonPointer at, SecretEntry entry) {
    boolean everywhere = entry.profiles().contains(SecretEntry.EVERY);
    if (everywhere && entry.profiles().size() > 1) {
      findings.error(
          "profiles-beside-wildcard",
          at.appendIndex(entry.profiles().indexOf(SecretEntry.EVERY)),
          "* is every profile already, and others stand beside it",
          "write profiles: [\"*\"], or the names alone");
    }
    if (everywhere && profiles.isEmpty()) {
      findings.error(
          "unknown-profile",
          at,
          "there are no profiles",
          "describe them in profiles, or name a namespace");
    }
    for (int i = 0; i < entry.profiles().size(); i++) {
      String name = entry.profiles().get(i);
      if (!name.equals(SecretEntry.EVERY) && !profiles.contains(name)) {
        findings.error(
            "unknown-profile",
            at.appendIndex(i),
            "there is no profile " + name,
            Nearest.to(name, profiles)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse(
                    "describe it in profiles; a namespace that is no profile's is namespace: "
                        + name));
      }
    }
  }

  private void source(JsonPointer at, SecretObject object) {
    if (object.secretsManager().isPresent() && object.parameterStore().isPresent()) {
      findings.error(
          "secret-source",
          at,
          "names a secret, secretsManager, and a parameter, parameterStore",
          "keep one of the two; what both hold are two objects");
    } else if (object.source().isEmpty()) {
      findings.error(
          "secret-source",
          at,
          "names neither a secret nor a parameter",
          "add secretsManager: <name or ARN of a secret> or parameterStore: <name or ARN of a"
              + " parameter>");
    }
  }

  private void mountedBy(JsonPointer at, SecretEntry entry) {
    if (entry.mountedBy().isEmpty()) {
      return;
    }
    if (configuration.secretDelivery() instanceof SecretDelivery.ExternalSecrets) {
      findings.error(
          "nothing-to-mount",
          at,
          "the External Secrets Operator makes the Secrets by itself, and there is no class to"
              + " mount",
          "remove mountedBy, or choose secretDelivery: {csiDriver: {}}");
    } else if (entry.mountedBy().get() instanceof MountedBy.SyncWorkload
        && entry.secretObjects().isEmpty()) {
      findings.error(
          "nothing-to-sync",
          at,
          "a sync workload keeps Kubernetes Secrets alive, and this entry makes none",
          "add secretObjects, or remove mountedBy: your own pods mount the class");
    }
  }

  /** The key under which an object names its source. */
  static String key(SecretObject object) {
    return object.secretsManager().isPresent() ? "secretsManager" : "parameterStore";
  }
}
