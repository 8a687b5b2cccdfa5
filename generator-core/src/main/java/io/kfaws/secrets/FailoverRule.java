package io.kfaws.secrets;

import java.util.List;
import java.util.Optional;

/**
 * Objects in a second region (secret_descriptor.go, validateSecretDescriptor; README, "Automated
 * Failover Regions"). Every object is asked for in both regions, and a refusal by either of them
 * fails the mount.
 */
final class FailoverRule {
  private FailoverRule() {}

  static void check(SecretProviderClass provider, List<Violation> violations) {
    for (int i = 0; i < provider.objects().size(); i++) {
      MountedObject object = provider.objects().get(i);
      String at = "/objects/" + i;
      if (object.failoverObject().isPresent()) {
        failover(at, object, object.failoverObject().get(), provider, violations);
      } else {
        Optional<Arn> arn = Arn.of(object.objectName());
        Optional<String> second = provider.failoverRegion();
        if (arn.isPresent() && second.isPresent()) {
          violations.add(
              SecretRule.MISSING_FAILOVER_OBJECT.at(
                  at + "/objectName",
                  "the ARN is of region "
                      + arn.get().region()
                      + ", and it is asked for in failoverRegion "
                      + second.get()
                      + ", too",
                  "write failoverObject with the ARN there, or objectName without an ARN"));
        }
      }
    }
  }

  private static void failover(
      String at,
      MountedObject object,
      FailoverObject failover,
      SecretProviderClass provider,
      List<Violation> violations) {
    String here = at + "/failoverObject";
    if (provider.failoverRegion().isEmpty()) {
      violations.add(
          SecretRule.FAILOVER_WITHOUT_REGION.at(
              here,
              "there is no region to fail over to",
              "write failoverRegion, or drop failoverObject"));
    }
    if (object.objectAlias().isEmpty()) {
      violations.add(
          SecretRule.FAILOVER_WITHOUT_ALIAS.at(
              here,
              "the object has no objectAlias",
              "write objectAlias: it names the file, whichever region it is from"));
    }
    if (!failover.objectVersion().equals(object.objectVersion())) {
      violations.add(
          SecretRule.FAILOVER_VERSION_MISMATCH.at(
              here + (failover.objectVersion().isPresent() ? "/objectVersion" : ""),
              "its objectVersion is not the object's own",
              "write the same objectVersion in both, or in neither"));
    }
    ObjectRule.name(here, failover.objectName(), object, provider.failoverRegion(), violations);
    ObjectRule.versions(
        here, object, failover.objectVersion(), failover.objectVersionLabel(), violations);
  }
}
