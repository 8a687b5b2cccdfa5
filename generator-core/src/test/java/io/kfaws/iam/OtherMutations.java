package io.kfaws.iam;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kfaws.aws.RoleArn;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.iam.Sample.Part;
import io.kfaws.iam.Sample.Told;
import java.util.List;
import java.util.Optional;

/** Facts beside the trust policies, bent: annotations, claims, permissions and quotas. */
final class OtherMutations {
  /** All of them. */
  static final List<Mutation> ALL =
      List.of(
          new Mutation(
              "subject pattern not asked", "wildcard-subject", OtherMutations::patternNotAsked),
          new Mutation("audience of tokens", "trust-audience-mismatch", OtherMutations::tokens),
          new Mutation(
              "annotation no arn",
              "bad-role-annotation",
              sample -> sample.any(sample.told).role = "kf-pipelines"),
          new Mutation("annotation no role", "no-such-role", OtherMutations::noRole),
          new Mutation("annotation account", "no-such-role", OtherMutations::otherAccount),
          new Mutation("annotation of another", "account-not-trusted", OtherMutations::otherRole),
          new Mutation("annotation removed", "no-such-service-account", OtherMutations::removed),
          new Mutation("annotations differ", "conflicting-role-annotation", OtherMutations::differ),
          new Mutation(
              "claimed twice", "conflicting-role-annotation", OtherMutations::claimedTwice),
          new Mutation("claim removed", "no-such-service-account", OtherMutations::claimRemoved),
          new Mutation(
              "claim added",
              "account-not-trusted",
              s -> s.any(s.parts).external.add(new ServiceAccount("a", "b"))),
          new Mutation("broad", "broad-policy", OtherMutations::broad),
          new Mutation("quota", "trust-policy-too-long", sample -> sample.quota = 300),
          new Mutation("managed", "too-many-managed-policies", OtherMutations::managed),
          new Mutation("inline", "inline-policies-too-long", OtherMutations::inline));

  private OtherMutations() {}

  private static void patternNotAsked(Sample sample) {
    Part part =
        sample.any(
            sample.parts.stream()
                .filter(it -> it.external.stream().anyMatch(ServiceAccount::isPattern))
                .toList());
    part.external.clear();
  }

  private static void tokens(Sample sample) {
    List<Told> objects =
        sample.told.stream()
            .filter(it -> it.way == Sample.Way.OBJECT || it.way == Sample.Way.PATCH)
            .toList();
    sample.any(objects).audience = Optional.of("sts.example.org");
  }

  /** A telling that is its account's only one. */
  private static Told alone(Sample sample) {
    return sample.any(
        sample.told.stream()
            .filter(
                it -> sample.told.stream().filter(o -> o.account.equals(it.account)).count() < 2)
            .toList());
  }

  private static void noRole(Sample sample) {
    alone(sample).role += "x";
  }

  private static void otherAccount(Sample sample) {
    Told told = alone(sample);
    told.role = told.role.replace("::012345678901:", "::109876543210:");
  }

  private static void otherRole(Sample sample) {
    Told told = alone(sample);
    told.role = otherThan(sample, told).toString();
  }

  private static RoleArn otherThan(Sample sample, Told told) {
    return sample.any(
        sample.parts.stream()
            .map(part -> part.arn)
            .filter(arn -> !arn.toString().equals(told.role))
            .toList());
  }

  private static void removed(Sample sample) {
    ServiceAccount account = sample.any(sample.told).account;
    sample.told.removeIf(told -> told.account.equals(account));
  }

  private static void differ(Sample sample) {
    Told told = sample.any(sample.told);
    Told second = new Told(told.account, Sample.Way.OBJECT, otherThan(sample, told).toString());
    second.audience = Optional.of(sample.audience);
    sample.told.add(second);
  }

  private static void claimedTwice(Sample sample) {
    Told told = sample.any(sample.told);
    RoleArn other = otherThan(sample, told);
    sample.parts.stream()
        .filter(part -> part.arn.equals(other))
        .forEach(part -> part.external.add(told.account));
  }

  private static void claimRemoved(Sample sample) {
    Part part =
        sample.any(
            sample.parts.stream()
                .filter(it -> it.external.stream().anyMatch(account -> !account.isPattern()))
                .toList());
    part.external.clear();
  }

  private static void broad(Sample sample) {
    Part part = sample.any(sample.parts.stream().filter(it -> !it.allowBroad.isEmpty()).toList());
    part.allowBroad.remove(sample.random.nextBoolean() ? "s3:*" : "*");
  }

  private static void managed(Sample sample) {
    List<String> managed = sample.any(sample.parts).managed;
    for (int i = managed.size(); i < 11; i++) {
      managed.add("arn:" + sample.partition.id() + ":iam::aws:policy/P" + i);
    }
  }

  private static void inline(Sample sample) {
    List<Part> parts = sample.parts.stream().filter(it -> !it.policies.isEmpty()).toList();
    ObjectNode policy = sample.any(List.copyOf(sample.any(parts).policies.values()));
    ObjectNode statement = (ObjectNode) policy.path("Statement").path(0);
    ArrayNode resources = statement.putArray("Resource");
    for (int i = 0; i < 100; i++) {
      resources.add(TextNode.valueOf("arn:aws:s3:::" + "b".repeat(100) + i + "/*"));
    }
  }
}
