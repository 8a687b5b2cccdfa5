package io.kfaws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.kfaws.Diagnostic;
import io.kfaws.Location;
import io.kfaws.aws.AccountId;
import io.kfaws.aws.OidcIssuer;
import io.kfaws.aws.Partition;
import io.kfaws.aws.Region;
import io.kfaws.aws.ServiceAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TrustQuotaTest {
  private static final Location PLACE = new Location("kfaws.yaml", 7, 5);
  private static final String PATH = "profileDefaults.identity.roleArn";

  private static Trust shared(int profiles, int issuers, String... accounts) {
    List<ServiceAccount> subjects = new ArrayList<>();
    for (int i = 0; i < profiles; i++) {
      for (String account : accounts) {
        subjects.add(new ServiceAccount("p" + (10_000 + i), account));
      }
    }
    List<OidcIssuer> clusters = new ArrayList<>();
    for (int i = 0; i < issuers; i++) {
      clusters.add(new OidcIssuer(new Region("us-west-2"), "A".repeat(31) + i));
    }
    return new Trust(
        Partition.AWS, new AccountId("012345678901"), clusters, "sts.amazonaws.com", subjects);
  }

  private static String profiles(Trust trust, int quota) {
    return told(TrustQuota.profiles(trust, quota, PLACE, PATH));
  }

  private static String told(Optional<Diagnostic> finding) {
    return finding.map(Diagnostic::toString).orElse("");
  }

  @Test
  void keepsToTheQuota() {
    assertThat(profiles(shared(35, 1, "default-editor"), 2048)).isEmpty();
    assertThat(profiles(shared(40, 1, "default-editor"), 4096)).isEmpty();
    assertThat(TrustQuota.accounts(shared(9, 1, "a"), 2048, PLACE, PATH)).isEmpty();
  }

  @Test
  void saysHowManyProfilesFitAndEachWayOut() {
    assertThat(profiles(shared(36, 1, "default-editor"), 2048))
        .isEqualTo(
            """
            kfaws.yaml:7:5: error: profileDefaults.identity.roleArn: the role's trust policy for 36\
             profiles has 2094 characters, AWS allows 2048: 35 profiles fit [too-many-trusted-accounts]
              hint: give each profile a role of its own with profileDefaults.identity.role, or share\
             2 roles instead of one, or have AWS raise the quota "Role trust policy length" and\
             declare identity.trustPolicyQuota: 2094""");
  }

  /** Both service accounts of a profile take the same role, and no quota is high enough. */
  @Test
  void countsWholeProfiles() {
    assertThat(profiles(shared(100, 1, "default", "default-editor"), 2048))
        .isEqualTo(
            """
            kfaws.yaml:7:5: error: profileDefaults.identity.roleArn: the role's trust policy for 100\
             profiles has 8938 characters, AWS allows 2048: 18 profiles fit [too-many-trusted-accounts]
              hint: give each profile a role of its own with profileDefaults.identity.role, or share\
             6 roles instead of one""");
  }

  @Test
  void saysWhenNotEvenOneFits() {
    assertThat(profiles(shared(1, 9, "default"), 2048))
        .isEqualTo(
            """
            kfaws.yaml:7:5: error: profileDefaults.identity.roleArn: the role's trust policy for 1\
             profile on 9 clusters has 3971 characters, AWS allows 2048: 0 profiles fit [too-many-trusted-accounts]
              hint: let fewer clusters (identity.additionalIssuers) or service accounts take the\
             role, or have AWS raise the quota "Role trust policy length" and declare\
             identity.trustPolicyQuota: 3971""");
  }

  @Test
  void countsServiceAccounts() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      names.add("controller-" + (100 + i));
    }
    Trust trust = shared(1, 1, names.toArray(new String[0]));
    assertThat(told(TrustQuota.accounts(trust, 2048, PLACE, "roles[0].serviceAccounts")))
        .isEqualTo(
            """
            kfaws.yaml:7:5: error: roles[0].serviceAccounts: the role's trust policy for 70 service\
             accounts has 3658 characters, AWS allows 2048: 35 of them fit [too-many-trusted-accounts]
              hint: give some of them another role, or share 2 roles instead of one, or have AWS\
             raise the quota "Role trust policy length" and declare identity.trustPolicyQuota:\
             3658""");
  }

  @Test
  void takesNoLongerForTenThousandProfiles() {
    Trust trust = shared(10_000, 1, "default-editor");
    Assertions.assertTimeout(
        Duration.ofSeconds(30),
        () -> assertThat(profiles(trust, 2048)).contains("35 profiles fit", "share 286 roles"));
  }
}
