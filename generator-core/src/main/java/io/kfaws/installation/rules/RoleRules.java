package io.kfaws.installation.rules;

import static io.kfaws.installation.rules.ConfigurationFindings.item;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.aws.AccountId;
import io.kfaws.aws.Partition;
import io.kfaws.aws.PolicyArn;
import io.kfaws.aws.RoleArn;
import io.kfaws.installation.Installation;
import io.kfaws.installation.NewRole;
import io.kfaws.installation.PolicyStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a role fits the cluster, and whether what it may do is meant. */
final class RoleRules {
  private static final String S3_FULL_ACCESS = "AmazonS3FullAccess";

  /** AWS' own policies that permit far more than a pod needs (AWS Managed Policy Reference). */
  private static final Map<String, String> BROAD =
      Map.of(
          "AdministratorAccess",
          "permits everything",
          "PowerUserAccess",
          "permits everything but the management of users and accounts",
          "IAMFullAccess",
          "permits its bearer to grant itself everything",
          S3_FULL_ACCESS,
          "permits everything on every bucket");

  private static final Pattern USABLE = Pattern.compile("(?!-).*[^.]");
  private static final Pattern RESOURCE = Pattern.compile("arn:([^:]+):.*");

  private final Installation configuration;
  private final ConfigurationFindings findings;
  private final Partition partition;
  private final Set<RoleArn> foreign = new HashSet<>();

  RoleRules(Installation configuration, ConfigurationFindings findings) {
    this.configuration = configuration;
    this.findings = findings;
    this.partition = configuration.cluster().region().partition();
  }

  /** A role that exists. One of a foreign account is reported once, wherever else it is. */
  void role(JsonPointer at, RoleArn role) {
    name(at, role.name());
    AccountId account = configuration.cluster().accountId();
    if (!role.partition().equals(partition)) {
      otherPartition(at, "role", role.partition(), ":iam::");
    }
    if (!role.accountId().equals(account) && foreign.add(role)) {
      findings.warning(
          "foreign-account",
          at,
          "the role belongs to account " + role.accountId() + ", the cluster to " + account,
          "that account needs an IAM OIDC provider of its own for the cluster's issuer");
    }
  }

  /**
   * The policies of a role are in a folder of its name, and commands name the role: a name that IAM
   * takes must be one of a folder on every system, and no option.
   */
  private void name(JsonPointer at, String name) {
    if (!USABLE.matcher(name).matches()) {
      findings.error(
          "unusable-role-name",
          at,
          "the role is called " + name + ", and its policies would be in a folder of that name",
          "a name here begins with no hyphen and ends with no dot");
    }
  }

  /** The name and the policies of a role to create, as far as they are written here. */
  void created(JsonPointer at, NewRole role) {
    JsonPointer nameAt = at.appendProperty("name");
    if (findings.isWritten(nameAt)) {
      role.name().ifPresent(name -> name(nameAt, name.text()));
    }
    if (findings.isWritten(at.appendProperty("managedPolicies"))) {
      for (int i = 0; i < role.managedPolicies().size(); i++) {
        managed(item(at, "managedPolicies", i), role.managedPolicies().get(i));
      }
    }
    if (findings.isWritten(at.appendProperty("statements"))) {
      for (int i = 0; i < role.statements().size(); i++) {
        statement(item(at, "statements", i), role.statements().get(i));
      }
    }
  }

  private void managed(JsonPointer at, PolicyArn policy) {
    AccountId account = configuration.cluster().accountId();
    if (!policy.partition().equals(partition)) {
      otherPartition(at, "policy", policy.partition(), ":iam::");
    }
    Optional<AccountId> owner = policy.accountId();
    if (owner.isPresent() && !owner.get().equals(account)) {
      findings.error(
          "foreign-managed-policy",
          at,
          "the policy belongs to account " + owner.get() + ", the role to " + account,
          "a role takes policies of its own account, and those that AWS manages: arn:"
              + partition.id()
              + ":iam::aws:policy/…");
    }
    boolean ofAllBuckets = policy.name().equals(S3_FULL_ACCESS);
    if (owner.isEmpty()
        && BROAD.containsKey(policy.name())
        && (!ofAllBuckets || configuration.s3().isPresent())) {
      findings.warning(
          "broad-managed-policy",
          at,
          policy.name() + " " + BROAD.get(policy.name()),
          ofAllBuckets
              ? "scoped: true permits a profile's share of the installation's bucket; statements"
                  + " permit other buckets by name"
              : "permit what the pods need: a narrower policy, or statements");
    }
  }

  private void statement(JsonPointer at, PolicyStatement statement) {
    List<String> broad = statement.broad();
    told(at, "actions", statement.actions(), broad, statement.allowBroad());
    told(at, "resources", statement.resources(), broad, statement.allowBroad());
    for (int i = 0; i < statement.allowBroad().size(); i++) {
      if (!broad.contains(statement.allowBroad().get(i))) {
        findings.error(
            "needless-allow-broad",
            item(at, "allowBroad", i),
            "allows nothing: the statement permits no such action or resource, or it is not broad",
            "allowBroad repeats a broad action or resource letter by letter; remove what is none");
      }
    }
    for (int i = 0; i < statement.resources().size(); i++) {
      Matcher arn = RESOURCE.matcher(statement.resources().get(i));
      if (arn.matches() && !arn.group(1).equals(partition.id())) {
        JsonPointer resource = item(at, "resources", i);
        otherPartition(resource, "resource", Partition.of(arn.group(1)), ":");
      }
    }
  }

  private void told(
      JsonPointer at, String key, List<String> texts, List<String> broad, List<String> allowed) {
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      if (broad.contains(text) && !allowed.contains(text)) {
        findings.error(
            "broad-statement",
            item(at, key, i),
            text + (key.equals("actions") ? everyAction(text) : everyResource(text)),
            "name what is needed, or say that it is meant: allowBroad: [\"" + text + "\"]");
      }
    }
  }

  private static String everyAction(String text) {
    int colon = text.indexOf(':');
    return " permits every action" + (colon < 0 ? "" : " of " + text.substring(0, colon));
  }

  private static String everyResource(String text) {
    return text.startsWith("arn:") ? " is every bucket" : " is every resource";
  }

  private void otherPartition(JsonPointer at, String what, Partition other, String next) {
    findings.error(
        "wrong-partition",
        at,
        "the " + what + " is in partition " + other.id() + ", the cluster in " + partition.id(),
        "its ARN should start with arn:" + partition.id() + next);
  }
}
