package io.kfaws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kfaws.Cases;
import io.kfaws.Source;
import io.kfaws.aws.AccountId;
import io.kfaws.aws.OidcIssuer;
import io.kfaws.aws.Partition;
import io.kfaws.aws.Region;
import io.kfaws.aws.ServiceAccount;
import io.kfaws.text.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each {@code src/test/identity/trust/<name>.json} is what a trust says: what guides of SageMaker's
 * operator and of the ACK controllers have users write by hand, several clusters, patterns, and the
 * other partitions.
 */
class TrustTest {
  private static final Path FOLDER = Cases.HERE.resolve("identity/trust");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AccountId ACCOUNT = new AccountId("012345678901");
  private static final String ID = "0A1B2C3D4E5F60718293A4B5C6D7E8F9";
  private static final String STS = "sts.amazonaws.com";
  private static final OidcIssuer ISSUER = issuer("us-west-2", ID);

  private static final Map<String, Trust> TRUSTS =
      Map.of(
          "sagemaker-operator",
          new Trust(
              Partition.AWS,
              new AccountId("012345678910"),
              List.of(issuer("us-east-1", "3A12CB18E75BD1133D141F6C7B5FB266")),
              STS,
              accounts("sagemaker-k8s-operator-system/sagemaker-k8s-operator-default")),
          "ack-controllers",
          trust(
              "ack-system/ack-sagemaker-controller",
              "ack-system/ack-applicationautoscaling-controller"),
          "two-clusters",
          new Trust(
              Partition.AWS,
              ACCOUNT,
              List.of(ISSUER, issuer("eu-west-1", "F9E8D7C6B5A49382710F1E2D3C4B5A60"), ISSUER),
              STS,
              accounts("team-a/default-editor", "team-a/default-editor")),
          "pattern",
          trust("team-*/default-editor", "lab/default"),
          "china",
          new Trust(
              Partition.AWS_CN,
              ACCOUNT,
              List.of(issuer("cn-north-1", ID)),
              "sts.amazonaws.com.cn",
              accounts("team-a/default")),
          "gov-cloud",
          new Trust(
              Partition.AWS_US_GOV,
              ACCOUNT,
              List.of(issuer("us-gov-west-1", ID)),
              STS,
              accounts("team-a/default")));

  private static OidcIssuer issuer(String region, String id) {
    return new OidcIssuer(new Region(region), id);
  }

  private static List<ServiceAccount> accounts(String... names) {
    List<ServiceAccount> accounts = new ArrayList<>();
    for (String name : names) {
      int slash = name.indexOf('/');
      accounts.add(new ServiceAccount(name.substring(0, slash), name.substring(slash + 1)));
    }
    return accounts;
  }

  private static Trust trust(String... names) {
    return new Trust(Partition.AWS, ACCOUNT, List.of(ISSUER), STS, accounts(names));
  }

  @TestFactory
  Stream<DynamicTest> policies() {
    return TRUSTS.entrySet().stream()
        .map(it -> dynamicTest(it.getKey(), () -> says(it.getKey(), it.getValue())));
  }

  private static void says(String name, Trust trust) throws IOException {
    String expected = Files.readString(FOLDER.resolve(name + ".json"));
    assertThat(trust.policy().tree()).isEqualTo(JSON.readTree(expected));
    assertThat(trust.policy().json()).isEqualTo(expected);
    Source source = Source.of(Path.of(name), expected);
    assertThat(Policy.read(Yaml.read(source))).isEqualTo(trust.policy());
  }

  @Test
  void everyFileIsOfATrust() throws IOException {
    Set<String> names = new TreeSet<>();
    TRUSTS.keySet().forEach(name -> names.add(name + ".json"));
    assertThat(Cases.files(FOLDER).keySet()).isEqualTo(names);
  }

  @Test
  void needsAnIssuerAndASubject() {
    assertThatIllegalArgumentException().isThrownBy(() -> trust());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Trust(Partition.AWS, ACCOUNT, List.of(), STS, accounts("team-a/default")));
  }

  /** So many profiles, one service account of each, may share a role with the usual quota. */
  @Test
  void fillsTheQuotaWithProfilesByTheLengthOfTheirNames() {
    Map<Integer, Integer> profiles = Map.of(6, 35, 10, 32, 20, 26, 63, 15);
    profiles.forEach(
        (length, fitting) -> {
          Trust trust = shared(40, length, "default-editor");
          assertThat(trust.fitting(TrustQuota.USUAL)).isEqualTo(fitting);
          assertThat(trust.first(fitting).fits(TrustQuota.USUAL)).isTrue();
          assertThat(trust.first(fitting + 1).fits(TrustQuota.USUAL)).isFalse();
        });
    assertThat(shared(35, 6, "default-editor").size()).isEqualTo(TrustQuota.USUAL);
    assertThat(shared(3, 6, "default-editor").fitting(TrustQuota.USUAL)).isEqualTo(3);
    assertThat(shared(3, 6, "default-editor").fitting(100)).isZero();
  }

  /** A role that profiles with names of one length share. */
  private static Trust shared(int profiles, int length, String... accounts) {
    List<ServiceAccount> subjects = new ArrayList<>();
    for (String number : IntStream.range(100, 100 + profiles).mapToObj(String::valueOf).toList()) {
      for (String account : accounts) {
        subjects.add(new ServiceAccount("p".repeat(length - 3) + number, account));
      }
    }
    return new Trust(Partition.AWS, ACCOUNT, List.of(ISSUER), STS, subjects);
  }

  @Test
  void growsWithEachSubject() {
    Trust trust = shared(60, 8, "default", "default-editor");
    int before = 0;
    for (int count = 1; count <= trust.subjects().size(); count++) {
      int size = trust.first(count).size();
      assertThat(size).isGreaterThan(before);
      before = size;
    }
  }

  @Test
  void countsNoWhiteSpace() {
    Policy policy = shared(3, 8, "default").policy();
    assertThat(policy.size()).isEqualTo(policy.json().replaceAll("\\s", "").length());
  }
}
