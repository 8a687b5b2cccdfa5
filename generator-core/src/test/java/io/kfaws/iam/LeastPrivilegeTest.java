package io.kfaws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kfaws.Cases;
import io.kfaws.Source;
import io.kfaws.aws.AccountId;
import io.kfaws.aws.BucketName;
import io.kfaws.aws.Partition;
import io.kfaws.aws.Region;
import io.kfaws.aws.SecretArns;
import io.kfaws.iam.LeastPrivilege.ReadsParameters;
import io.kfaws.text.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each {@code src/test/identity/least-privilege/<name>.json} is what a part gets along with. */
class LeastPrivilegeTest {
  private static final Path FOLDER = Cases.HERE.resolve("identity/least-privilege");
  private static final AccountId ACCOUNT = new AccountId("012345678901");
  private static final BucketName BUCKET = new BucketName("kf-artifacts-012345678901");

  private static final Map<String, Policy> POLICIES =
      Map.of(
          "bucket",
          LeastPrivilege.bucket(Partition.AWS, BUCKET),
          "bucket-china",
          LeastPrivilege.bucket(Partition.AWS_CN, BUCKET),
          "prefixes",
          LeastPrivilege.prefixes(
              Partition.AWS, BUCKET, List.of("artifacts/", "private-artifacts/team-a/")),
          "secrets",
          LeastPrivilege.secrets(
              List.of(
                  SecretArns.pattern(new Region("us-gov-west-1"), ACCOUNT, "kf/rds"),
                  SecretArns.pattern(
                      new Region("us-gov-west-1"),
                      ACCOUNT,
                      "arn:aws-us-gov:secretsmanager:us-gov-east-1:109876543210:secret:s3-AbCdEf"))),
          "secrets-and-parameters",
          LeastPrivilege.secrets(
              List.of(SecretArns.pattern(new Region("us-west-2"), ACCOUNT, "prod/wandb")),
              List.of(
                  SecretArns.parameter(new Region("us-west-2"), ACCOUNT, "/prod/host"),
                  SecretArns.parameter(new Region("cn-north-1"), ACCOUNT, "host"),
                  SecretArns.parameter(
                      new Region("us-west-2"), ACCOUNT, "arn:aws:ssm:us-east-1:1:parameter/a")),
              ReadsParameters.TOGETHER,
              List.of("arn:aws:kms:us-west-2:012345678901:key/one")),
          "parameters-one-by-one",
          LeastPrivilege.secrets(
              List.of(),
              List.of(SecretArns.parameter(new Region("us-west-2"), ACCOUNT, "/prod/host")),
              ReadsParameters.ONE_BY_ONE,
              List.of()));

  @TestFactory
  Stream<DynamicTest> policies() throws IOException {
    if (!Cases.WRITE) {
      assertThat(Cases.files(FOLDER)).hasSameSizeAs(POLICIES);
    }
    return POLICIES.entrySet().stream()
        .map(it -> dynamicTest(it.getKey(), () -> says(it.getKey(), it.getValue())));
  }

  private static void says(String name, Policy policy) throws IOException {
    Path file = FOLDER.resolve(name + ".json");
    if (Cases.WRITE) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, policy.json());
    }
    assertThat(policy.json()).isEqualTo(Files.readString(file));
    assertThat(Policy.read(Yaml.read(Source.read(file)))).isEqualTo(policy);
  }

  /** Each would reach more than it says. */
  @Test
  void refusesPrefixesThatReachMore() {
    for (String prefix : List.of("", "team-a", "team-*/", "team-?/", "${aws:username}/")) {
      assertThatIllegalArgumentException()
          .as(prefix)
          .isThrownBy(() -> LeastPrivilege.prefixes(Partition.AWS, BUCKET, List.of(prefix)));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeastPrivilege.prefixes(Partition.AWS, BUCKET, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> LeastPrivilege.secrets(List.of()));
  }
}
