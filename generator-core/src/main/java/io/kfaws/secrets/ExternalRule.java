package io.kfaws.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a class the External Secrets Operator has no word for. What has no meaning to it, because
 * nothing is mounted, is left out without a finding: filePermission, and objects that no Secret is
 * made of.
 */
final class ExternalRule {
  private ExternalRule() {}

  static List<Violation> check(SecretProviderClass provider) {
    List<Violation> violations = new ArrayList<>();
    if (provider.region().isEmpty()) {
      violations.add(
          SecretRule.EXTERNAL_REGION.at(
              "/region", "a SecretStore needs a region", "write region, such as us-west-2"));
    }
    if (provider.failoverRegion().isPresent()) {
      violations.add(
          SecretRule.EXTERNAL_FAILOVER.at(
              "/failoverRegion",
              "the External Secrets Operator does not fail over",
              "drop failoverRegion: the Secret stays as it is while the region is away"));
    }
    if (provider.usePodIdentity().filter(use -> use).isPresent()) {
      violations.add(
          SecretRule.EXTERNAL_POD_IDENTITY.at(
              "/usePodIdentity",
              "the store takes the role of the service account",
              "drop usePodIdentity, and annotate the service account with its role"));
    }
    if (provider.secretObjects().isEmpty()) {
      violations.add(
          SecretRule.EXTERNAL_WITHOUT_SECRET.at(
              "/secretObjects",
              "the External Secrets Operator mounts no files, and the class makes no Secret",
              "write secretObjects, and mount the Secret"));
    }
    objects(provider, violations);
    for (int i = 0; i < provider.secretObjects().size(); i++) {
      SyncedSecret secret = provider.secretObjects().get(i);
      plain("/secretObjects/" + i + "/labels/", secret.labels(), violations);
      plain("/secretObjects/" + i + "/annotations/", secret.annotations(), violations);
    }
    return List.copyOf(violations);
  }

  private static void objects(SecretProviderClass provider, List<Violation> violations) {
    for (int i = 0; i < provider.objects().size(); i++) {
      MountedObject object = provider.objects().get(i);
      String at = "/objects/" + i;
      if (object.failoverObject().isPresent()) {
        violations.add(
            SecretRule.EXTERNAL_FAILOVER.at(
                at + "/failoverObject",
                "the External Secrets Operator does not fail over",
                "drop failoverObject"));
      }
      if (object.objectVersion().isPresent() && object.objectVersionLabel().isPresent()) {
        violations.add(
            SecretRule.EXTERNAL_VERSION_AND_LABEL.at(
                at + "/objectVersionLabel",
                "the External Secrets Operator asks by version or by label, and both are there",
                "drop one of objectVersion and objectVersionLabel"));
      }
      for (int j = 0; j < object.jmesPath().size(); j++) {
        String path = object.jmesPath().get(j).path();
        // What is no expression at all has a finding of its own.
        Optional<Expression> expression = Expression.of(path);
        if (expression.isPresent() && Property.of(path).isEmpty()) {
          violations.add(
              SecretRule.EXTERNAL_PATH.at(
                  at + "/jmesPath/" + j + "/path",
                  SecretRule.shown(path)
                      + " is more than a path, and the External Secrets Operator"
                      + " knows no JMESPath",
                  "write keys joined by dots, and places in lists: credentials[0].password"));
        }
      }
    }
  }

  /** The operator takes them for Go templates. */
  private static void plain(String at, Map<String, String> entries, List<Violation> violations) {
    entries.forEach(
        (key, value) -> {
          if (value.contains("{{")) {
            violations.add(
                SecretRule.EXTERNAL_TEMPLATE.at(
                    at + key.replace("~", "~0").replace("/", "~1"),
                    "holds {{, which the External Secrets Operator takes for a template",
                    "write a value without {{"));
          }
        });
  }
}
