package io.kfaws.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kfaws.Source;
import io.kfaws.iam.Sample.Part;
import io.kfaws.iam.Sample.Told;
import io.kfaws.text.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Facts of trust policies, bent. */
final class TrustMutations {
  /** All of them. */
  static final List<Mutation> ALL =
      List.of(
          new Mutation("subject slip", "account-not-trusted", exact(s -> s.rename("x"))),
          new Mutation(
              "subject namespace",
              "account-not-trusted",
              exact(s -> s.replace(":serviceaccount:", ":serviceaccount:x"))),
          new Mutation(
              "subject removed",
              "account-not-trusted",
              subjects(s -> s.several(), s -> s.remove())),
          new Mutation(
              "subject added",
              "no-such-service-account",
              exact(s -> s.add("system:serviceaccount:away:x"))),
          new Mutation(
              "subject none", "no-such-service-account", exact(s -> s.add("system:node:x"))),
          new Mutation(
              "subject of another",
              "trusts-account-of-another-role",
              TrustMutations::subjectOfAnother),
          new Mutation("subject pattern", "wildcard-subject", TrustMutations::pattern),
          new Mutation(
              "subject pattern equals", "wildcard-never-matches", TrustMutations::patternEquals),
          new Mutation("subjects removed", "open-trust", subjects(s -> true, s -> s.removeAll())),
          new Mutation("subjects negated", "open-trust", TrustMutations::negated),
          new Mutation("everyone", "open-trust", TrustMutations::everyone),
          new Mutation(
              "issuer", "unknown-trust-issuer", provider(arn -> arn.replace("ABCDE", "FFFFF"))),
          new Mutation("issuer of subjects", "unknown-trust-issuer", key(":sub")),
          new Mutation("issuer of audience", "unknown-trust-issuer", key(":aud")),
          new Mutation("issuer and keys", "unknown-trust-issuer", TrustMutations::issuerAndKeys),
          new Mutation("issuer missing", "missing-trust-issuer", TrustMutations::issuerMissing),
          new Mutation(
              "account",
              "trust-account-mismatch",
              provider(arn -> arn.replace("::012345678901:", "::109876543210:"))),
          new Mutation(
              "partition", "trust-partition-mismatch", provider(TrustMutations::otherPartition)),
          new Mutation("audience", "trust-audience-mismatch", TrustMutations::audience),
          new Mutation(
              "audience removed", "trust-audience-mismatch", TrustMutations::audienceRemoved),
          new Mutation(
              "unreadable", "unknown-value", s -> s.any(s.statements()).put("Effect", "allow")),
          new Mutation(
              "resource",
              "policy-in-wrong-place",
              s -> s.any(s.statements()).put("Resource", "*")));

  private TrustMutations() {}

  private static Consumer<Sample> subjects(Predicate<Subject> which, Consumer<Subject> bend) {
    return sample ->
        bend.accept(sample.any(Subject.of(sample.statements()).stream().filter(which).toList()));
  }

  private static Consumer<Sample> exact(Consumer<Subject> bend) {
    return subjects(subject -> !subject.text().contains("*"), bend);
  }

  private static Consumer<Sample> provider(UnaryOperator<String> bend) {
    return sample -> {
      ObjectNode principal = (ObjectNode) sample.any(sample.statements()).path("Principal");
      principal.put("Federated", bend.apply(principal.path("Federated").asText()));
    };
  }

  private static String otherPartition(String arn) {
    return arn.startsWith("arn:aws:") ? arn.replace("arn:aws:", "arn:aws-cn:") : otherWay(arn);
  }

  private static String otherWay(String arn) {
    return arn.replaceFirst("arn:aws-[a-z-]+:", "arn:aws:");
  }

  private static Consumer<Sample> key(String claim) {
    return sample -> {
      ObjectNode statement = sample.any(sample.statements());
      for (JsonNode keys : statement.path("Condition")) {
        for (String key : List.copyOf(Subject.names(keys))) {
          if (key.endsWith(claim)) {
            JsonNode value = ((ObjectNode) keys).remove(key);
            ((ObjectNode) keys).set(key.replace("ABCDE", "FFFFF"), value);
          }
        }
      }
    };
  }

  private static void audience(Sample sample) {
    ObjectNode keys =
        (ObjectNode) sample.any(sample.statements()).path("Condition").path("StringEquals");
    Subject.names(keys).stream()
        .filter(key -> key.endsWith(":aud"))
        .forEach(key -> keys.put(key, "sts.example.org"));
  }

  private static void audienceRemoved(Sample sample) {
    ObjectNode statement = sample.any(sample.statements());
    ObjectNode keys = (ObjectNode) statement.path("Condition").path("StringEquals");
    Subject.names(keys).stream().filter(key -> key.endsWith(":aud")).forEach(keys::remove);
    Subject.dropEmpty(statement);
  }

  private static void subjectOfAnother(Sample sample) {
    Told told = sample.any(sample.told);
    List<ObjectNode> others = new ArrayList<>();
    for (Part part : sample.parts) {
      if (!part.arn.toString().equals(told.role)) {
        others.addAll(part.statements());
      }
    }
    sample.any(Subject.of(others)).add(told.account.subject());
  }

  private static void pattern(Sample sample) {
    Subject subject =
        sample.any(
            Subject.of(sample.statements()).stream().filter(s -> !s.text().contains("*")).toList());
    subject.replace(".$", "*");
    if (!subject.operator().equals("StringLike")) {
      subject.by("StringLike");
    }
  }

  private static void patternEquals(Sample sample) {
    List<Subject> all = Subject.of(sample.statements());
    sample.any(all.stream().filter(s -> s.text().contains("*")).toList()).by("StringEquals");
  }

  private static void negated(Sample sample) {
    Subject subject = sample.any(Subject.of(sample.statements()));
    subject.by(subject.operator().replace("String", "StringNot"));
  }

  private static void everyone(Sample sample) {
    ObjectNode statement = sample.any(sample.parts).list().addObject().put("Effect", "Allow");
    statement.put("Action", "sts:AssumeRole").putObject("Principal").put("AWS", "*");
  }

  private static void issuerAndKeys(Sample sample) {
    ObjectNode statement = sample.any(sample.statements());
    String other = statement.toString().replace("ABCDE", "FFFFF");
    ObjectNode bent = (ObjectNode) Yaml.read(source(other)).root();
    statement.setAll(bent);
  }

  private static Source source(String text) {
    return Source.of(Path.of("bent.json"), text);
  }

  private static void issuerMissing(Sample sample) {
    ArrayNode list = sample.any(sample.parts).list();
    if (list.size() == 1) {
      throw new Sample.NotHere();
    }
    list.remove(list.size() - 1);
  }
}
