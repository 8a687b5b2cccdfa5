package io.kfaws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What a profile costs, in bytes allocated: the same on every machine, however busy it is. A
 * profile is 3,900 bytes in three files.
 */
class CostTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int FEW = 100;
  private static final int MANY = 500;

  /** A fifth above what it is; it was a million before places were left to findings. */
  private static final long MOST = 450_000;

  private static final String HEAD =
      """
      apiVersion: kfaws.io/v1alpha1
      kind: Installation
      metadata: {name: ml-platform}
      cluster:
        name: demo
        region: us-west-2
        accountId: "012345678901"
        oidcIssuer: https://oidc.eks.us-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF
      s3:
        bucket: kf-artifacts-012345678901
        access:
          irsa: {roleArn: arn:aws:iam::012345678901:role/kf-pipelines}
      profileDefaults:
        identity:
          role: {scoped: true}
          serviceAccounts: [default-editor, default]
      profiles:
      """;

  private static Source configuration(int profiles) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < profiles; i++) {
      text.append("  - name: team-" + i + "\n");
      text.append("    owner: owner" + i + "@example.com\n");
      text.append("    contributors: [member" + i + "@example.com]\n");
      text.append("    quota: {cpu: \"64\", memory: 256Gi}\n");
    }
    return Source.of(Path.of("kfaws.yaml"), text.toString());
  }

  private static long allocated(Kfaws kfaws, int profiles) throws Exception {
    Source configuration = configuration(profiles);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Generation generation = kfaws.generate(configuration, Path.of("overlays"));
    long after = THREADS.getCurrentThreadAllocatedBytes();
    assertThat(generation.profiles()).hasSize(profiles);
    return after - before;
  }

  @Test
  void aProfileIsCheap() throws Exception {
    Kfaws kfaws = Kfaws.create();
    allocated(kfaws, FEW); // what is made once
    long few = allocated(kfaws, FEW);
    long many = allocated(kfaws, MANY);
    assertThat((many - few) / (MANY - FEW)).isBetween(1L, MOST);
  }
}
