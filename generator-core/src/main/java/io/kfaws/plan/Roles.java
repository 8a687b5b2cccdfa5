package io.kfaws.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.aws.Partition;
import io.kfaws.aws.RoleArn;
import io.kfaws.aws.SecretArns;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.catalog.ReleaseDescriptor;
import io.kfaws.iam.LeastPrivilege;
import io.kfaws.iam.Policy;
import io.kfaws.iam.Statement;
import io.kfaws.installation.CustomRole;
import io.kfaws.installation.Installation;
import io.kfaws.installation.NewRole;
import io.kfaws.installation.PolicyStatement;
import io.kfaws.installation.Profile;
import io.kfaws.installation.ProfileIdentity;
import io.kfaws.installation.S3;
import io.kfaws.installation.S3Access;
import io.kfaws.installation.SecretEntry;
import io.kfaws.installation.SecretName;
import io.kfaws.installation.SecretsReader;
import io.kfaws.installation.ServiceAccountRoles;
import io.kfaws.installation.TrustedAccount;
import io.kfaws.kube.Provided;
import io.kfaws.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The IAM roles of an installation: each once, however often the configuration names it, with
 * everything that follows for its trust policy and its permissions.
 */
final class Roles {
  /** The inline policy for the bucket. */
  static final String ARTIFACTS = "kfaws-artifacts";

  /** The inline policy for the secrets. */
  static final String SECRETS = "kfaws-secrets";

  /** The inline policy of the statements that the configuration spells out. */
  static final String STATEMENTS = "kfaws-statements";

  private final Installation configuration;
  private final ReleaseDescriptor release;
  private final Set<String> uses;
  private final Map<String, RoleDraft> drafts = new TreeMap<>();

  private Roles(Installation configuration, ReleaseDescriptor release, Set<String> uses) {
    this.configuration = configuration;
    this.release = release;
    this.uses = uses;
  }

  /**
   * The roles, by account and name.
   *
   * @param uses the sections of the configuration that the overlays use
   */
  static List<PlannedRole> of(
      Installation configuration, ReleaseDescriptor release, Set<String> uses) {
    Roles roles = new Roles(configuration, release, uses);
    configuration.s3().filter(s3 -> uses.contains("s3")).ifPresent(roles::pipelines);
    configuration
        .secretsReader()
        .filter(reader -> uses.contains("secretsReader"))
        .ifPresent(reader -> roles.secretsReader(reader.roleArn()));
    for (int i = 0; i < configuration.roles().size(); i++) {
      roles.custom(configuration.roles().get(i), Document.pointer("roles").appendIndex(i));
    }
    roles.profiles();
    roles.secrets();
    return roles.drafts.values().stream().map(roles::whole).toList();
  }

  private void pipelines(S3 s3) {
    if (s3.access() instanceof S3Access.Irsa irsa) {
      RoleDraft draft = draft(irsa.roleArn(), Document.pointer("s3.access.irsa.roleArn"));
      draft.use("pipelines");
      for (JsonNode account : release.facts().at("/irsa/serviceAccounts")) {
        draft.subject(new ServiceAccount(Provided.NAMESPACE, account.asText()));
      }
      draft.policy(ARTIFACTS, LeastPrivilege.bucket(partition(), s3.bucket()));
    }
  }

  private void secretsReader(RoleArn arn) {
    RoleDraft draft = draft(arn, Document.pointer("secretsReader.roleArn"));
    draft.use("secretsReader");
    draft.subject(SecretsReader.ACCOUNT);
    configuration
        .rds()
        .filter(rds -> uses.contains("rds"))
        .ifPresent(rds -> draft.secrets().secret(arn(rds.secretName())));
    configuration
        .s3()
        .filter(s3 -> uses.contains("s3"))
        .ifPresent(
            s3 -> {
              if (s3.access() instanceof S3Access.StaticKeys keys) {
                draft.secrets().secret(arn(keys.secretName()));
              }
            });
  }

  /** Whoever reads an entry of {@code secrets} may read what it names. */
  private void secrets() {
    ServiceAccountRoles byAccount = ServiceAccountRoles.of(configuration);
    for (SecretEntry entry : configuration.secrets()) {
      for (String namespace : entry.namespaces(configuration)) {
        byAccount
            .of(new ServiceAccount(namespace, entry.serviceAccount().orElseThrow()))
            .flatMap(arn -> Optional.ofNullable(drafts.get(arn.key())))
            .ifPresent(draft -> draft.secrets().entry(entry, namespace, configuration.cluster()));
      }
    }
  }

  private PlannedRole whole(RoleDraft draft) {
    draft
        .secrets()
        .policy(configuration.secretDelivery())
        .ifPresent(policy -> draft.policy(SECRETS, policy));
    return draft.role();
  }

  private void custom(CustomRole custom, JsonPointer at) {
    RoleDraft draft =
        custom.roleArn().isPresent()
            ? draft(custom.roleArn().get(), at.appendProperty("roleArn"))
            : created(custom.role().orElseThrow(), at.appendProperty("role"));
    draft.use("roles");
    for (TrustedAccount account : custom.serviceAccounts()) {
      draft.external(account.serviceAccount());
    }
    custom
        .trustPolicy()
        .ifPresent(file -> draft.trustPolicy(at.appendProperty("trustPolicy"), file));
  }

  /** By name, so that the order of the configuration plays no part. */
  private void profiles() {
    SortedMap<String, Integer> byName = new TreeMap<>();
    for (int i = 0; i < configuration.profiles().size(); i++) {
      byName.put(configuration.profiles().get(i).name().text(), i);
    }
    for (int i : byName.values()) {
      Profile profile = configuration.profiles().get(i);
      JsonPointer at = Document.pointer("profiles").appendIndex(i).appendProperty("identity");
      profile.identity().ifPresent(identity -> profile(profile.name().text(), identity, at));
    }
  }

  private void profile(String name, ProfileIdentity identity, JsonPointer at) {
    RoleDraft draft;
    if (identity.roleArn().isPresent()) {
      draft = draft(identity.roleArn().get(), at.appendProperty("roleArn"));
    } else {
      NewRole role = identity.role().orElseThrow();
      draft = created(role, at.appendProperty("role"));
      if (role.scoped()) {
        configuration
            .s3()
            .ifPresent(
                s3 ->
                    draft.policy(
                        ARTIFACTS,
                        LeastPrivilege.prefixes(partition(), s3.bucket(), prefixes(name))));
      }
    }
    draft.profile(name);
    for (String account : identity.serviceAccounts()) {
      draft.subject(new ServiceAccount(name, account));
    }
    identity
        .trustPolicy()
        .ifPresent(file -> draft.trustPolicy(at.appendProperty("trustPolicy"), file));
  }

  private List<String> prefixes(String profile) {
    List<String> prefixes = new ArrayList<>();
    release
        .facts()
        .at("/profiles/artifactPrefixes")
        .forEach(prefix -> prefixes.add(prefix.asText().replace("{profile}", profile)));
    return prefixes;
  }

  private RoleDraft created(NewRole role, JsonPointer at) {
    RoleDraft draft = draft(role.arn(configuration.cluster()).orElseThrow(), at);
    draft.managed(role.managedPolicies());
    if (!role.statements().isEmpty()) {
      List<Statement> statements = new ArrayList<>();
      for (PolicyStatement statement : role.statements()) {
        statements.add(
            new Statement(
                statement.sid(),
                statement.effect(),
                Optional.empty(),
                statement.actions(),
                statement.resources(),
                statement.conditions()));
        draft.allow(statement.allowBroad());
      }
      draft.policy(STATEMENTS, new Policy(statements));
    }
    return draft;
  }

  private RoleDraft draft(RoleArn arn, JsonPointer at) {
    RoleDraft draft = drafts.computeIfAbsent(arn.key(), k -> new RoleDraft(arn, at));
    draft.named(arn, at);
    return draft;
  }

  private Partition partition() {
    return configuration.cluster().region().partition();
  }

  private String arn(SecretName secret) {
    return SecretArns.pattern(
        configuration.cluster().region(), configuration.cluster().accountId(), secret.text());
  }
}
