package io.kfaws.plan;

import io.kfaws.aws.Region;
import io.kfaws.aws.SecretArns;
import io.kfaws.iam.LeastPrivilege;
import io.kfaws.iam.LeastPrivilege.ReadsParameters;
import io.kfaws.iam.Policy;
import io.kfaws.installation.Cluster;
import io.kfaws.installation.SecretDelivery;
import io.kfaws.installation.SecretEntry;
import io.kfaws.installation.SecretObject;
import io.kfaws.installation.SourceName;
import io.kfaws.secrets.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a role may read of Secrets Manager and Parameter Store, gathered from all who take it. */
final class SecretAccess {
  /**
   * A parameter of such a name is a secret of Secrets Manager, which has to be permitted, too (AWS
   * Systems Manager User Guide, "Referencing AWS Secrets Manager secrets").
   */
  private static final String REFERENCE = "/aws/reference/secretsmanager/";

  private final SortedSet<String> secrets = new TreeSet<>();
  private final SortedSet<String> parameters = new TreeSet<>();
  private final SortedSet<String> keys = new TreeSet<>();

  /** A secret, as {@link SecretArns#pattern} calls it. */
  void secret(String pattern) {
    secrets.add(pattern);
  }

  /** What an entry reads in one of its namespaces: the provider asks in both regions. */
  void entry(SecretEntry entry, String namespace, Cluster cluster) {
    for (SecretObject object : entry.objects()) {
      SourceName source = object.source().orElseThrow();
      source(object.type(), source.in(namespace), entry.region(), cluster);
      object.kmsKeyArn().ifPresent(key -> keys.add(key.text()));
      object.failoverKmsKeyArn().ifPresent(key -> keys.add(key.text()));
      SourceName there = object.failoverObject().map(other -> other.objectName()).orElse(source);
      entry
          .failoverRegion()
          .ifPresent(region -> source(object.type(), there.in(namespace), region, cluster));
      object
          .failoverObject()
          .flatMap(other -> other.kmsKeyArn())
          .ifPresent(key -> keys.add(key.text()));
    }
  }

  private void source(ObjectType type, String name, Region region, Cluster cluster) {
    if (type == ObjectType.SECRETS_MANAGER) {
      secrets.add(SecretArns.pattern(region, cluster.accountId(), name));
    } else {
      parameters.add(SecretArns.parameter(region, cluster.accountId(), name));
      if (name.startsWith(REFERENCE)) {
        String secret = name.substring(REFERENCE.length());
        secrets.add(SecretArns.pattern(region, cluster.accountId(), secret));
      }
    }
  }

  /** The policy that permits just that, by the way in which secrets are delivered. */
  Optional<Policy> policy(SecretDelivery delivery) {
    if (secrets.isEmpty() && parameters.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        LeastPrivilege.secrets(
            List.copyOf(secrets),
            List.copyOf(parameters),
            delivery instanceof SecretDelivery.ExternalSecrets
                ? ReadsParameters.ONE_BY_ONE
                : ReadsParameters.TOGETHER,
            List.copyOf(keys)));
  }
}
