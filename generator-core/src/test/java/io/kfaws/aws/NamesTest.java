package io.kfaws.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kfaws.iam.Effect;
import io.kfaws.iam.Policy;
import io.kfaws.iam.Principal;
import io.kfaws.iam.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Values that cannot be ill-formed. */
class NamesTest {
  private static final AccountId ACCOUNT = new AccountId("012345678901");

  @Test
  void roleNames() {
    for (String name : List.of("r", "kf-pipelines", "A+b=c,d.e@f_g-1", "x".repeat(64))) {
      assertThat(RoleName.of(name)).hasToString(name);
    }
    for (String name : List.of("", "a b", "path/role", "ü", "x".repeat(65))) {
      assertThatIllegalArgumentException().as(name).isThrownBy(() -> RoleName.of(name));
    }
  }

  @Test
  void policyArns() {
    String aws = "arn:aws:iam::aws:policy/service-role/AmazonS3ReadOnlyAccess";
    assertThat(PolicyArn.of(aws))
        .isEqualTo(
            new PolicyArn(
                Partition.AWS, Optional.empty(), "service-role/", "AmazonS3ReadOnlyAccess"))
        .hasToString(aws);
    String own = "arn:aws-cn:iam::012345678901:policy/kf-team-a";
    assertThat(PolicyArn.of(own).accountId()).contains(ACCOUNT);
    assertThat(PolicyArn.of(own)).hasToString(own);
    for (String arn :
        List.of(
            "AmazonS3ReadOnlyAccess",
            "arn:aws:iam::123:policy/p",
            "arn:aws:iam::aws:role/p",
            "arn:aws:iam::aws:policy/",
            "arn:aws-eu:iam::aws:policy/p",
            "arn:aws:iam::aws:policy/" + "p".repeat(129))) {
      assertThatIllegalArgumentException().as(arn).isThrownBy(() -> PolicyArn.of(arn));
    }
  }

  @Test
  void keyArns() {
    String key = "arn:aws-cn:kms:cn-north-1:012345678901:key/01234567-89ab-cdef-0123-456789abcdef";
    assertThat(KmsKeyArn.of(key).partition()).isEqualTo(Partition.AWS_CN);
    assertThat(KmsKeyArn.of(key).region()).isEqualTo(new Region("cn-north-1"));
    assertThat(KmsKeyArn.of(key)).hasToString(key);
    String regional = "arn:aws:kms:us-west-2:012345678901:key/mrk-0123456789abcdef0123456789abcdef";
    assertThat(KmsKeyArn.of(regional).region()).isEqualTo(new Region("us-west-2"));
    for (String arn :
        List.of(
            "01234567-89ab-cdef-0123-456789abcdef",
            "arn:aws:kms:us-west-2:012345678901:alias/wandb",
            "arn:aws:kms:us-west-2:012345678901:key/*",
            "arn:aws:kms::012345678901:key/01234567-89ab-cdef-0123-456789abcdef")) {
      assertThatIllegalArgumentException().as(arn).isThrownBy(() -> KmsKeyArn.of(arn));
    }
  }

  @Test
  void providers() {
    OidcIssuer issuer =
        OidcIssuer.of(
            "https://oidc.eks.cn-north-1.amazonaws.com.cn/id/0A1B2C3D4E5F60718293A4B5C6D7E8F9");
    String arn =
        "arn:aws-cn:iam::012345678901:oidc-provider/oidc.eks.cn-north-1.amazonaws.com.cn/id/"
            + "0A1B2C3D4E5F60718293A4B5C6D7E8F9";
    assertThat(issuer.providerArn(Partition.AWS_CN, ACCOUNT)).isEqualTo(arn);
    assertThat(OidcProvider.of(arn))
        .contains(new OidcProvider(Partition.AWS_CN, ACCOUNT, issuer.host()));
    assertThat(issuer).hasToString("https://" + issuer.host());
    for (String other :
        List.of(
            "cognito-identity.amazonaws.com",
            "arn:aws:iam::012345678901:saml-provider/x",
            "arn:aws:iam::12:oidc-provider/x",
            "arn:aws:iam::012345678901:oidc-provider/")) {
      assertThat(OidcProvider.of(other)).as(other).isEmpty();
    }
  }

  @Test
  void serviceAccounts() {
    ServiceAccount editor = new ServiceAccount("team-a", "default-editor");
    assertThat(editor.subject()).isEqualTo("system:serviceaccount:team-a:default-editor");
    assertThat(ServiceAccount.ofSubject(editor.subject())).contains(editor);
    assertThat(editor).hasToString("team-a/default-editor");
    for (String subject :
        List.of(
            "team-a:default",
            "system:serviceaccount:team-a",
            "system:serviceaccount:team-a:",
            "system:serviceaccount:Team:default",
            "system:serviceaccount:a:b:c",
            "system:node:ip-10-0-0-1",
            "*")) {
      assertThat(ServiceAccount.ofSubject(subject)).as(subject).isEmpty();
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new ServiceAccount("", "default"));
    assertThatIllegalArgumentException().isThrownBy(() -> new ServiceAccount("a", "b/c"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ServiceAccount("n".repeat(64), "default"));
  }

  @Test
  void patternsOfServiceAccounts() {
    ServiceAccount editor = new ServiceAccount("team-a", "default-editor");
    assertThat(editor.isPattern()).isFalse();
    assertThat(editor.matches(editor)).isTrue();
    for (String[] names :
        new String[][] {{"team-*", "default-editor"}, {"*", "*"}, {"team-?", "default*"}}) {
      ServiceAccount pattern = new ServiceAccount(names[0], names[1]);
      assertThat(pattern.isPattern()).isTrue();
      assertThat(pattern.matches(editor)).as(pattern.subject()).isTrue();
      assertThat(editor.matches(pattern)).isFalse();
    }
    assertThat(new ServiceAccount("team-?", "default").matches(editor)).isFalse();
    assertThat(new ServiceAccount("team-??", "*").matches(editor)).isFalse();
  }

  @Test
  void wildcards() {
    Map<String, List<String>> matching =
        Map.of(
            "*", List.of("", "anything"),
            "a*c", List.of("ac", "abc", "abcbc"),
            "a?c", List.of("abc"),
            "*b*b*", List.of("bb", "abcbd"),
            "", List.of(""));
    matching.forEach(
        (pattern, texts) ->
            assertThat(texts).allMatch(text -> new Wildcards(pattern).matches(text), pattern));
    Map<String, List<String>> others =
        Map.of(
            "a*c", List.of("", "a", "ab", "acb", "xac"),
            "a?c", List.of("ac", "abbc"),
            "*b*b*", List.of("b", "aba"),
            "", List.of("a"),
            "abc", List.of("ABC", "abcd"));
    others.forEach(
        (pattern, texts) ->
            assertThat(texts).noneMatch(text -> new Wildcards(pattern).matches(text)));
    // A reader that goes back and forth between stars would not come to an end.
    String slow = "*a".repeat(30) + "b";
    assertThat(new Wildcards(slow).matches("a".repeat(5000))).isFalse();
  }

  @Test
  void effects() {
    for (Effect effect : Effect.values()) {
      assertThat(Effect.of(effect.text())).isEqualTo(effect);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Effect.of("allow"));
  }

  @Test
  void secrets() {
    Region china = new Region("cn-north-1");
    assertThat(SecretArns.pattern(china, ACCOUNT, "rds!db-1"))
        .isEqualTo("arn:aws-cn:secretsmanager:cn-north-1:012345678901:secret:rds!db-1-??????");
  }

  /** What IAM would refuse cannot be made. */
  @Test
  void statements() {
    Optional<String> none = Optional.empty();
    List<String> action = List.of("s3:GetObject");
    List<String> resource = List.of("*");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Statement(
                    none, Effect.ALLOW, none, List.of(), resource, Collections.emptySortedMap()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Statement(
                    none, Effect.ALLOW, none, action, List.of(), Collections.emptySortedMap()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Statement(
                    none,
                    Effect.ALLOW,
                    none,
                    action,
                    resource,
                    new TreeMap<>(Map.of("Bool", new TreeMap<>()))));
    assertThatIllegalArgumentException().isThrownBy(() -> new Policy(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Principal(new TreeMap<>(Map.of("AWS", List.of()))));
  }

  @Test
  void tellsThePartitionOfARegion() {
    assertThat(new Region("eu-central-1").partition()).isEqualTo(Partition.AWS);
    assertThat(new Region("cn-northwest-1").partition()).isEqualTo(Partition.AWS_CN);
    assertThat(new Region("us-gov-east-1").partition()).isEqualTo(Partition.AWS_US_GOV);
    assertThat(new Region("eusc-de-east-1").s3Endpoint())
        .isEqualTo("s3.eusc-de-east-1.amazonaws.eu");
    assertThat(new Region("us-iso-east-1").partition()).hasToString("aws-iso");
    assertThat(new Region("us-isob-east-1").partition()).hasToString("aws-iso-b");
    assertThat(new Region("eu-isoe-west-1").partition()).hasToString("aws-iso-e");
    assertThat(new Region("us-isof-south-1").partition()).hasToString("aws-iso-f");
    assertThat(RoleArn.of("arn:aws-eusc:iam::012345678901:role/a").partition())
        .isEqualTo(new Region("eusc-de-east-1").partition());
    assertThatIllegalArgumentException().isThrownBy(() -> Partition.of("aws-moon"));
  }
}
