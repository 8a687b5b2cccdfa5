package io.kfaws.installation.rules;

import static io.kfaws.installation.rules.ConfigurationFindings.below;
import static io.kfaws.installation.rules.ConfigurationFindings.item;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.aws.AccountId;
import io.kfaws.aws.KmsKeyArn;
import io.kfaws.aws.Partition;
import io.kfaws.aws.Region;
import io.kfaws.installation.Installation;
import io.kfaws.installation.SecretEntry;
import io.kfaws.installation.SecretFailover;
import io.kfaws.installation.SecretObject;
import io.kfaws.installation.SourceName;
import java.util.Optional;

/**
 * Whether what an entry reads can be had from the cluster: partition, account, key. Whether the
 * ARNs are of the entry's regions is the provider's rule.
 */
final class SecretOrigins {
  private final Installation configuration;
  private final ConfigurationFindings findings;
  private final Partition partition;

  SecretOrigins(Installation configuration, ConfigurationFindings findings) {
    this.configuration = configuration;
    this.findings = findings;
    this.partition = configuration.cluster().region().partition();
  }

  void check(JsonPointer at, SecretEntry entry) {
    region(below(at, "region"), entry.region());
    entry.failoverRegion().ifPresent(region -> region(below(at, "failoverRegion"), region));
    for (int i = 0; i < entry.objects().size(); i++) {
      JsonPointer here = item(at, "objects", i);
      SecretObject object = entry.objects().get(i);
      Region region = entry.region();
      object.source().ifPresent(name -> account(below(here, SecretRules.key(object)), name));
      object.kmsKeyArn().ifPresent(key -> key(below(here, "kmsKeyArn"), key, region));
      object
          .failoverKmsKeyArn()
          .ifPresent(key -> failoverKey(below(here, "failoverKmsKeyArn"), key, object, entry));
      object
          .failoverObject()
          .ifPresent(other -> failover(below(here, "failoverObject"), other, entry));
    }
  }

  /** The key of an object that has one name in both regions. */
  private void failoverKey(JsonPointer at, KmsKeyArn key, SecretObject object, SecretEntry entry) {
    if (object.failoverObject().isPresent()) {
      findings.error(
          "two-failover-keys",
          at,
          "is given together with failoverObject, which has a key of its own",
          "write the key as failoverObject.kmsKeyArn");
    } else if (entry.failoverRegion().isEmpty()) {
      findings.error(
          "failover-key-without-region",
          at,
          "there is no region to fail over to",
          "write failoverRegion, or drop failoverKmsKeyArn");
    } else {
      key(at, key, entry.failoverRegion().get());
    }
  }

  private void failover(JsonPointer at, SecretFailover other, SecretEntry entry) {
    account(below(at, "objectName"), other.objectName());
    // Without a failover region there is nothing to agree with, and a finding of its own.
    entry
        .failoverRegion()
        .ifPresent(
            there -> other.kmsKeyArn().ifPresent(key -> key(below(at, "kmsKeyArn"), key, there)));
  }

  private void region(JsonPointer at, Region region) {
    if (findings.isWritten(at) && !region.partition().equals(partition)) {
      findings.error(
          "wrong-partition",
          at,
          region + " is in another partition than the cluster's " + partition.id(),
          "credentials of one partition are worth nothing in another: keep the secret in a region"
              + " of "
              + partition.id());
    }
  }

  private void account(JsonPointer at, SourceName name) {
    AccountId account = configuration.cluster().accountId();
    Optional<AccountId> owner = name.accountId();
    if (owner.isPresent() && !owner.get().equals(account)) {
      findings.warning(
          "foreign-account",
          at,
          "it belongs to account " + owner.get() + ", the cluster to " + account,
          "that account has to share it with the role that reads it, and its key: a customer"
              + " managed one, named in kmsKeyArn, since AWS' own keys serve one account alone");
    }
  }

  private void key(JsonPointer at, KmsKeyArn key, Region region) {
    if (!key.partition().equals(region.partition()) || !key.region().equals(region)) {
      findings.error(
          "kms-key-region",
          at,
          "the key is of " + key.region() + ", and what it encrypts is asked for in " + region,
          "a key encrypts what is in its own region: name the one of " + region);
    }
  }
}
