package io.kfaws.iam;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Source;
import io.kfaws.aws.AccountId;
import io.kfaws.aws.BucketName;
import io.kfaws.aws.OidcIssuer;
import io.kfaws.aws.Partition;
import io.kfaws.aws.Region;
import io.kfaws.aws.RoleArn;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.text.Document;
import io.kfaws.text.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** An installation whose identities agree, made by chance, as parts that can be bent. */
final class Sample {
  private static final List<String> REGIONS =
      List.of("us-west-2", "eu-central-1", "cn-north-1", "us-gov-west-1");

  /** A sample that has not what is to be bent. */
  static final class NotHere extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Where a service account is told its role. */
  static final class Told {
    final ServiceAccount account;
    final Way way;
    String role;
    Optional<String> audience = Optional.empty();

    Told(ServiceAccount account, Way way, String role) {
      this.account = account;
      this.way = way;
      this.role = role;
    }
  }

  /** The ways of telling it. */
  enum Way {
    OBJECT,
    PATCH,
    INLINE,
    PLUGIN,
    PATCHED_PLUGIN
  }

  /** A role and what lies beside it. */
  static final class Part {
    final RoleArn arn;
    final boolean isKept;
    final ObjectNode trust;
    final SortedMap<String, ObjectNode> policies = new TreeMap<>();
    final List<String> managed = new ArrayList<>();
    final SortedSet<ServiceAccount> external = new TreeSet<>();
    final SortedSet<String> allowBroad = new TreeSet<>();

    Part(RoleArn arn, boolean isKept, ObjectNode trust) {
      this.arn = arn;
      this.isKept = isKept;
      this.trust = trust;
    }

    List<ObjectNode> statements() {
      List<ObjectNode> statements = new ArrayList<>();
      if (trust.path("Statement") instanceof ObjectNode only) {
        statements.add(only);
      }
      trust.withArray("/Statement").forEach(it -> statements.add((ObjectNode) it));
      return statements;
    }

    ArrayNode list() {
      return (ArrayNode) trust.path("Statement");
    }
  }

  final Random random;
  final Region region;
  final Partition partition;
  final AccountId accountId = new AccountId("012345678901");
  final List<OidcIssuer> issuers = new ArrayList<>();
  final String audience;
  int quota = 4096;
  final List<Told> told = new ArrayList<>();
  final List<Part> parts = new ArrayList<>();

  Sample(long seed) {
    random = new Random(seed);
    region = new Region(REGIONS.get(random.nextInt(REGIONS.size())));
    partition = region.partition();
    audience = random.nextInt(4) == 0 ? "sts.example.com" : Expectations.USUAL_AUDIENCE;
    for (int i = 0; i <= random.nextInt(3); i++) {
      issuers.add(new OidcIssuer(region, "0123456789ABCDEF0123456789ABCDE" + i));
    }
    installation();
    profiles();
    customRoles();
  }

  private void installation() {
    ServiceAccount pipeline = new ServiceAccount("kubeflow", "ml-pipeline");
    ServiceAccount ui = new ServiceAccount("kubeflow", "ml-pipeline-ui");
    Part pipelines = part("kf-pipelines", List.of(pipeline, ui));
    pipelines.policies.put("pipelines", LeastPrivilege.bucket(partition, bucket()).tree());
    tell(pipeline, Way.INLINE, pipelines);
    tell(ui, Way.PATCH, pipelines);
    if (random.nextBoolean()) {
      ServiceAccount reader = new ServiceAccount("kubeflow", "kubeflow-secrets-manager-sa");
      tell(reader, Way.OBJECT, part("kf-secrets", List.of(reader)));
    }
  }

  private void profiles() {
    int count = random.nextInt(5);
    boolean isShared = random.nextInt(3) == 0;
    List<ServiceAccount> sharing = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = "team-" + (char) ('a' + i);
      List<ServiceAccount> accounts = new ArrayList<>();
      accounts.add(new ServiceAccount(name, "default-editor"));
      if (random.nextBoolean()) {
        accounts.add(new ServiceAccount(name, "default"));
      }
      sharing.addAll(accounts);
      if (!isShared) {
        tell(accounts, part("kf-" + name, accounts));
      }
    }
    if (isShared && count > 0) {
      tell(sharing, part("kf-shared", sharing));
    }
  }

  private void tell(List<ServiceAccount> accounts, Part part) {
    for (ServiceAccount account : accounts) {
      boolean isEditor = account.name().equals("default-editor");
      if (isEditor) {
        tell(account, random.nextBoolean() ? Way.PLUGIN : Way.PATCHED_PLUGIN, part);
      }
      // A plugin cannot say for whom the tokens are.
      if (!isEditor || !audience.equals(Expectations.USUAL_AUDIENCE) || random.nextInt(3) == 0) {
        tell(account, Way.OBJECT, part);
      }
    }
  }

  private void customRoles() {
    for (int i = 0; i < random.nextInt(3); i++) {
      ServiceAccount account =
          random.nextBoolean()
              ? new ServiceAccount("lab-" + i + "-*", "controller")
              : new ServiceAccount("lab-" + i, "controller");
      part("lab-" + i, List.of(account)).external.add(account);
    }
  }

  private Part part(String name, List<ServiceAccount> accounts) {
    String path = random.nextInt(4) == 0 ? "kubeflow/" : "";
    RoleArn arn = new RoleArn(partition, accountId, path, name);
    Policy policy = new Trust(partition, accountId, issuers, audience, accounts).policy();
    Part part = new Part(arn, random.nextInt(4) == 0, policy.tree());
    if (random.nextInt(4) == 0) {
      foreign(part.list());
    }
    if (random.nextBoolean()) {
      part.managed.add("arn:" + partition.id() + ":iam::aws:policy/AmazonS3ReadOnlyAccess");
    }
    if (random.nextInt(4) == 0) {
      part.policies.put("broad", broad());
      part.allowBroad.addAll(Set.of("s3:*", "*"));
    }
    parts.add(part);
    return part;
  }

  /** What other people let in is no business of these rules. */
  private void foreign(ArrayNode statements) {
    ObjectNode machine = statements.insertObject(0).put("Effect", "Allow");
    machine.putObject("Principal").put("Service", "ec2.amazonaws.com");
    machine.put("Action", "sts:AssumeRole");
  }

  private static ObjectNode broad() {
    ObjectNode policy = JsonNodeFactory.instance.objectNode().put("Version", Policy.VERSION);
    ObjectNode statement = policy.putArray("Statement").addObject().put("Effect", "Allow");
    statement.putArray("Action").add("s3:*").add("s3:GetObject");
    statement.put("Resource", "*");
    return policy;
  }

  private void tell(ServiceAccount account, Way way, Part part) {
    Told it = new Told(account, way, part.arn.toString());
    boolean canSay = way != Way.PLUGIN && way != Way.PATCHED_PLUGIN;
    if (canSay && !audience.equals(Expectations.USUAL_AUDIENCE)) {
      it.audience = Optional.of(audience);
    }
    told.add(it);
  }

  BucketName bucket() {
    return new BucketName("kf-artifacts");
  }

  /** One of these, by chance. */
  <T> T any(List<T> choices) {
    if (choices.isEmpty()) {
      throw new NotHere();
    }
    return choices.get(random.nextInt(choices.size()));
  }

  /** What the configuration would claim. */
  Expectations expectations() {
    List<RoleExpectation> roles = new ArrayList<>();
    for (Part part : parts) {
      Optional<Document> copy =
          part.isKept
              ? Optional.of(Yaml.read(Source.of(Path.of(part.arn.name()), part.trust.toString())))
              : Optional.empty();
      roles.add(new RoleExpectation(part.arn, copy, part.external, part.allowBroad));
    }
    return new Expectations(issuers, audience, quota, roles);
  }

  /** The statements that let service accounts of clusters in. */
  List<ObjectNode> statements() {
    List<ObjectNode> statements = new ArrayList<>();
    for (Part part : parts) {
      part.statements().stream()
          .filter(statement -> statement.path("Principal").has("Federated"))
          .forEach(statements::add);
    }
    return statements;
  }
}
