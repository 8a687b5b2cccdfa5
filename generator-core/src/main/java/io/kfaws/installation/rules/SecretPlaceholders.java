package io.kfaws.installation.rules;

import static io.kfaws.installation.rules.ConfigurationFindings.below;
import static io.kfaws.installation.rules.ConfigurationFindings.item;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.installation.SecretEntry;
import io.kfaws.installation.SecretObject;
import io.kfaws.installation.SourceName;
import io.kfaws.secrets.SyncedSecret;
import java.util.List;
import java.util.Optional;

/**
 * Whether {@value SourceName#PROFILE} is only where a name takes its place: in the sources of an
 * entry that has profiles, and in the files that are called like them. Anywhere else it would reach
 * the cluster as it is.
 */
final class SecretPlaceholders {
  private final ConfigurationFindings findings;

  SecretPlaceholders(ConfigurationFindings findings) {
    this.findings = findings;
  }

  void check(JsonPointer at, SecretEntry entry) {
    for (int i = 0; i < entry.objects().size(); i++) {
      object(item(at, "objects", i), entry.objects().get(i), entry);
    }
    for (int i = 0; i < entry.secretObjects().size(); i++) {
      secret(item(at, "secretObjects", i), entry.secretObjects().get(i), entry);
    }
  }

  private void object(JsonPointer at, SecretObject object, SecretEntry entry) {
    JsonPointer failover = below(at, "failoverObject");
    object.source().ifPresent(it -> source(below(at, SecretRules.key(object)), it.text(), entry));
    verbatim(below(at, "objectVersion"), object.objectVersion());
    verbatim(below(at, "objectVersionLabel"), object.objectVersionLabel());
    object
        .failoverObject()
        .ifPresent(
            other -> {
              source(below(failover, "objectName"), other.objectName().text(), entry);
              verbatim(below(failover, "objectVersion"), other.objectVersion());
              verbatim(below(failover, "objectVersionLabel"), other.objectVersionLabel());
            });
    for (int i = 0; i < object.jmesPath().size(); i++) {
      verbatim(
          item(at, "jmesPath", i).appendProperty("path"),
          Optional.of(object.jmesPath().get(i).path()));
    }
  }

  private void secret(JsonPointer at, SyncedSecret secret, SecretEntry entry) {
    secret
        .annotations()
        .forEach((key, value) -> verbatim(below(at, "annotations", key), Optional.of(value)));
    List<SyncedSecret.SyncedKey> keys = secret.data();
    for (int i = 0; i < keys.size(); i++) {
      source(item(at, "data", i).appendProperty("objectName"), keys.get(i).objectName(), entry);
    }
  }

  private void source(JsonPointer at, String text, SecretEntry entry) {
    if (entry.profiles().isEmpty() && text.contains(SourceName.PROFILE)) {
      findings.error(
          "misplaced-profile-placeholder",
          at,
          SourceName.PROFILE + " stands for the name of a profile, and this entry has none",
          "write the name in full, or have profiles in place of namespace");
    }
  }

  private void verbatim(JsonPointer at, Optional<String> text) {
    if (text.filter(it -> it.contains(SourceName.PROFILE)).isPresent()) {
      findings.error(
          "misplaced-profile-placeholder",
          at,
          SourceName.PROFILE + " is not replaced here",
          "it stands for the profile's name in secretsManager, parameterStore,"
              + " failoverObject.objectName and data[].objectName: have an entry for each profile");
    }
  }
}
