package io.kfaws.installation.rules;

import static io.kfaws.installation.rules.ConfigurationFindings.below;
import static io.kfaws.installation.rules.ConfigurationFindings.item;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.installation.DnsLabel;
import io.kfaws.installation.Installation;
import io.kfaws.installation.MountedBy;
import io.kfaws.installation.OwnSecrets;
import io.kfaws.installation.SecretEntry;
import io.kfaws.installation.SecretsReader;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether each class and each Kubernetes Secret of {@code secrets} is there once in its namespace,
 * and none is Kubeflow's own. Two entries that clash are one finding, in however many namespaces.
 */
final class SecretNames {
  private static final String KUBEFLOW = SecretsReader.ACCOUNT.namespace();

  /** What kfaws makes of rds and s3 in namespace kubeflow. */
  private static final OwnSecrets OWN = OwnSecrets.known();

  private final Installation configuration;
  private final ConfigurationFindings findings;
  private final Map<Name, JsonPointer> firsts = new HashMap<>();
  private final Map<Name, JsonPointer> syncs = new HashMap<>();
  private final Map<Clash, List<String>> clashes = new LinkedHashMap<>();

  SecretNames(Installation configuration, ConfigurationFindings findings) {
    this.configuration = configuration;
    this.findings = findings;
  }

  /** A name that is there once. */
  private record Name(String kind, String namespace, String name) {}

  /** A place in the configuration that makes again what the first one makes. */
  private record Clash(String kind, String name, JsonPointer at, JsonPointer first) {}

  void check() {
    for (int i = 0; i < configuration.secrets().size(); i++) {
      SecretEntry entry = configuration.secrets().get(i);
      JsonPointer at = SecretRules.SECRETS.appendIndex(i);
      own(at, entry);
      List<String> namespaces = entry.namespaces(configuration).stream().distinct().toList();
      for (String namespace : namespaces) {
        claim(new Name("class", namespace, entry.name()), below(at, "name"));
        if (isSynced(entry)) {
          String workload = MountedBy.SyncWorkload.nameFor(entry.name());
          syncs.put(new Name("Deployment", namespace, workload), below(at, "name"));
        }
        for (int j = 0; j < entry.secretObjects().size(); j++) {
          String secret = entry.secretObjects().get(j).secretName();
          claim(new Name("Secret", namespace, secret), secretName(at, j));
        }
      }
    }
    clashes.forEach(this::clash);
    for (int i = 0; i < configuration.secrets().size(); i++) {
      workload(SecretRules.SECRETS.appendIndex(i), configuration.secrets().get(i));
    }
  }

  private static JsonPointer secretName(JsonPointer at, int index) {
    return item(at, "secretObjects", index).appendProperty("secretName");
  }

  private void claim(Name name, JsonPointer at) {
    Optional.ofNullable(firsts.putIfAbsent(name, at))
        // What one class makes twice breaks a rule of the provider's.
        .filter(first -> !entry(first).equals(entry(at)))
        .ifPresent(
            first ->
                clashes
                    .computeIfAbsent(
                        new Clash(name.kind(), name.name(), at, first), c -> new ArrayList<>())
                    .add(name.namespace()));
  }

  private static String entry(JsonPointer at) {
    return String.valueOf(at.tail().getMatchingProperty());
  }

  private static boolean isSynced(SecretEntry entry) {
    return entry.mountedBy().filter(MountedBy.SyncWorkload.class::isInstance).isPresent();
  }

  /** A workload of the user's cannot be one that kfaws makes for another entry. */
  private void workload(JsonPointer at, SecretEntry entry) {
    if (entry.mountedBy().orElse(null) instanceof MountedBy.Workload mounts) {
      entry.namespaces(configuration).stream()
          .map(namespace -> syncs.get(new Name(mounts.kind(), namespace, mounts.name())))
          .flatMap(Stream::ofNullable)
          .findFirst()
          .ifPresent(
              made ->
                  findings.error(
                      "reserved-workload",
                      below(at, "mountedBy", "workload", "name"),
                      "kfaws makes "
                          + mounts.kind()
                          + " "
                          + mounts.name()
                          + " itself, for "
                          + Document.path(made)
                          + " in line "
                          + findings.line(made)
                          + ", and it does not mount this class",
                      "name a workload of your own that mounts it, or remove mountedBy"));
    }
  }

  private void clash(Clash clash, List<String> namespaces) {
    boolean isClass = clash.kind().equals("class");
    findings.error(
        isClass ? "duplicate-secret-entry" : "duplicate-synced-secret",
        clash.at(),
        (isClass ? "there is a class " : "another class makes the Secret ")
            + clash.name()
            + " already in "
            + (namespaces.size() == 1 ? "namespace " : "the namespaces ")
            + ConfigurationFindings.some(namespaces)
            + ", by "
            + Document.path(clash.first())
            + " in line "
            + findings.line(clash.first()),
        isClass
            ? "give one of them another name, or put their objects into one entry"
            : "the two would overwrite each other: give one of them another secretName");
  }

  /** Without rds and s3 there is no overlay, and kfaws makes nothing in namespace kubeflow. */
  private void own(JsonPointer at, SecretEntry entry) {
    boolean hasOverlay = configuration.rds().isPresent() || configuration.s3().isPresent();
    boolean ofProfiles = entry.namespace().isEmpty();
    boolean ofKubeflow = entry.namespace().map(DnsLabel::text).filter(KUBEFLOW::equals).isPresent();
    if (ofKubeflow && hasOverlay) {
      String workload = MountedBy.SyncWorkload.nameFor(entry.name());
      if (OWN.hasClass(entry.name())) {
        taken(below(at, "name"), "class " + entry.name(), "name");
      } else if (workload.equals(OWN.workload()) && isSynced(entry)) {
        taken(below(at, "name"), "Deployment " + workload, "name");
      }
    }
    for (int i = 0; i < entry.secretObjects().size(); i++) {
      String secret = entry.secretObjects().get(i).secretName();
      if ((ofKubeflow && hasOverlay && OWN.hasSecret(secret))
          || (ofProfiles && OWN.hasSecretInProfiles(secret))) {
        taken(secretName(at, i), "Secret " + secret, "secretName");
      }
    }
  }

  private void taken(JsonPointer at, String what, String key) {
    findings.error(
        "reserved-name",
        at,
        what + " is the installation's own in this namespace",
        "choose another " + key);
  }
}
